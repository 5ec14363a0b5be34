import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export type ReceivedFile = { path: string; sha256: string; bytes: number };

const ARRIVING = ".part";
const KEPT = ".csv";
const HOUR_MS = 3_600_000;

/**
 * Where exports lie until they are imported or deleted. They name third persons, so they are not put among the
 * stored files, which are kept for good.
 */
export class UploadFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Take a file in, hashed while it is written; it has no place yet. */
  async receive(source: Readable): Promise<ReceivedFile> {
    await mkdir(this.#folder, { recursive: true });
    const place = path.join(this.#folder, `${randomUUID()}${ARRIVING}`);
    const hash = createHash("sha256");
    let bytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(source, measure, createWriteStream(place, { flags: "wx", mode: 0o600 }));
    } catch (error) {
      await rm(place, { force: true });
      throw error;
    }
    return { path: place, sha256: hash.digest("hex"), bytes };
  }

  async keep(file: ReceivedFile, importId: string): Promise<void> {
    await rename(file.path, this.placeOf(importId));
  }

  async discard(file: Pick<ReceivedFile, "path">): Promise<void> {
    await rm(file.path, { force: true });
  }

  placeOf(importId: string): string {
    return path.join(this.#folder, `${importId}${KEPT}`);
  }

  async remove(importId: string): Promise<void> {
    await rm(this.placeOf(importId), { force: true });
  }

  /** Imports whose file came more than an hour ago; a younger one may belong to an import not committed yet. */
  async keptSinceAnHour(now: Date): Promise<string[]> {
    const names = await this.#olderThan(now, HOUR_MS);
    return names.filter((name) => name.endsWith(KEPT)).map((name) => name.slice(0, -KEPT.length));
  }

  /** Remove what never arrived in full. */
  async sweepArriving(now: Date): Promise<void> {
    for (const name of await this.#olderThan(now, 24 * HOUR_MS)) {
      if (name.endsWith(ARRIVING)) await rm(path.join(this.#folder, name), { force: true });
    }
  }

  async #olderThan(now: Date, ageMs: number): Promise<string[]> {
    const old: string[] = [];
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const found = await stat(path.join(this.#folder, name)).catch(() => null);
      if (found !== null && now.getTime() - found.mtimeMs > ageMs) old.push(name);
    }
    return old;
  }
}
