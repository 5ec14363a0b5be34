import { canonicalJson, sha256Hex } from "../plans/canonicalJson.ts";
import type { JournalEvent } from "./events.ts";

/** What the first event of a journal carries in place of the hash of the one before. */
export const GENESIS_HASH = "0".repeat(64);

/** The part of an event its hash covers: everything but the hash itself and the per-party numbers. */
export type HashedPart = Pick<
  JournalEvent,
  "caseId" | "seq" | "id" | "type" | "payload" | "audience" | "disclosure" | "actor" | "at" | "previousHash"
>;

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export type Digest = (text: string) => string;

/** `digest` of the event's canonical JSON (RFC 8785); a runtime that has a faster SHA-256 of its own hands it in. */
export function hashEvent(event: HashedPart, digest: Digest = sha256Hex): string {
  const { caseId, seq, id, type, payload, audience, disclosure, actor, at, previousHash } = event;
  return digest(
    canonicalJson({ caseId, seq, id, type, payload, audience, disclosure, actor, at, previousHash }),
  );
}

export type ChainFault =
  | { seq: number; fault: "gap"; expectedSeq: number }
  | { seq: number; fault: "previous_hash" }
  | { seq: number; fault: "hash" }
  | { seq: number; fault: "stream_number" };

/**
 * Walk a journal in order of `seq` and name the first event that does not fit: a missing number, a
 * broken link, contents that do not give the hash, or a hole in a party's own numbering. Null when all fit.
 */
export class ChainWalker {
  #seq = 0;
  #hash = GENESIS_HASH;
  readonly #n = { borrower: 0, platform: 0, mediator: 0 };
  readonly #digest: Digest | undefined;

  constructor(digest?: Digest) {
    this.#digest = digest;
  }

  /** Check the next event; once a fault was found the walk is over. */
  next(event: JournalEvent): ChainFault | null {
    if (event.seq !== this.#seq + 1) return { seq: event.seq, fault: "gap", expectedSeq: this.#seq + 1 };
    if (event.previousHash !== this.#hash) return { seq: event.seq, fault: "previous_hash" };
    if (hashEvent(event, this.#digest) !== event.hash) return { seq: event.seq, fault: "hash" };
    for (const party of ["borrower", "platform", "mediator"] as const) {
      const n = event.n[party];
      const expected = event.audience.includes(party) ? (this.#n[party] += 1) : null;
      if (n !== expected) return { seq: event.seq, fault: "stream_number" };
    }
    this.#seq = event.seq;
    this.#hash = event.hash;
    return null;
  }

  /** Where the walk stands, to compare with the stored head: events cut off the end leave no other trace. */
  get head(): { seq: number; hash: string } {
    return { seq: this.#seq, hash: this.#hash };
  }
}
