import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { FileDamaged, type FileStorage, type StoredContent } from "./fileStorage.ts";

const SHA256 = /^[0-9a-f]{64}$/;

/** Files in a folder, each under its hash: `<folder>/ab/cd/abcd…`. */
export function createLocalFiles(folder: string): FileStorage {
  return new LocalFiles(folder);
}

class LocalFiles implements FileStorage {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(content: Uint8Array, mime: string): Promise<StoredContent> {
    const sha256 = hashOf(content);
    const place = this.#placeOf(sha256);
    if (!(await isWhole(place, content.byteLength))) await writeWhole(place, content);
    return { sha256, bytes: content.byteLength, mime };
  }

  async read(sha256: string): Promise<Uint8Array> {
    const content = await readFile(this.#placeOf(sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") throw new FileDamaged(sha256, "missing");
      throw error;
    });
    if (hashOf(content) !== sha256) throw new FileDamaged(sha256, "changed");
    return content;
  }

  #placeOf(sha256: string): string {
    // The hash becomes part of a path, so nothing else may pass as one.
    if (!SHA256.test(sha256)) throw new RangeError("not a SHA-256");
    return path.join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

function hashOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** A file of another length is the remains of something and is written again. */
async function isWhole(place: string, bytes: number): Promise<boolean> {
  const found = await stat(place).catch(() => null);
  return found !== null && found.size === bytes;
}

/** Nobody ever sees half a file: it gets its name only once its bytes are on the disk. */
async function writeWhole(place: string, content: Uint8Array): Promise<void> {
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true });
  const draft = path.join(folder, `.${randomUUID()}`);
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, place);
    await syncFolder(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
