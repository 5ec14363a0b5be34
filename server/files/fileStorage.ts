/** What a stored file is known by. `sha256` is lower-case hex over exactly these bytes. */
export type StoredContent = { sha256: string; bytes: number; mime: string };

/**
 * Files by content. The local folder implements it; an object store can, because nothing here knows of paths.
 * Putting the same bytes twice keeps one copy; nothing is ever changed under its name.
 */
export interface FileStorage {
  put(content: Uint8Array, mime: string): Promise<StoredContent>;
  /** @throws FileDamaged when what is stored is gone or no longer has this hash */
  read(sha256: string): Promise<Uint8Array>;
}

/** A stored file that is missing or is not what was stored. Never handed out in part. */
export class FileDamaged extends Error {
  override readonly name = "FileDamaged";
  constructor(sha256: string, why: "missing" | "changed") {
    super(`stored file ${sha256} is ${why}`);
  }
}
