import type { Flood } from "./tokenBucket.ts";

export type LineLimits = {
  /** Packets of any kind that a line may send. */
  packets: Flood;
  /** What may wait for a line that does not read. More than a page of history, which is one packet. */
  waitingBytes: number;
};

/** A person types; a client that reads back a long history also asks quickly. Nobody needs more than this. */
export const COMMANDS: Flood = { burst: 60, perSecond: 15 };
/** A packet of more than this ends the line. */
export const MAX_PACKET_BYTES = 64 * 1024;
/** Above what a client needs that keeps to the limit of commands, so that it hears why before this acts. */
export const LINE_LIMITS: LineLimits = {
  packets: { burst: 120, perSecond: 40 },
  waitingBytes: 1024 * 1024,
};
/** Who was cut off for sending too much has to wait this long before they are let in again. */
export const PENALTY_MS = 5_000;
