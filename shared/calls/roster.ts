import type { Party } from "../journal/audience.ts";
import type { CallChannel } from "./channels.ts";

/** People in one call at most: each sends to each other, and a phone cannot do more. */
export const CALL_SEATS = 4;

/** Somebody in a call. */
export type CallPeer = {
  /** Of this one stay in this one call; made by the server, later ones are greater. */
  peerId: string;
  memberId: string;
  party: Party;
  /** Whether they send sound and picture just now. */
  audio: boolean;
  video: boolean;
  /** How many lines this stay has had; when it grows, what was on its way to them may be lost. */
  lines: number;
};

/** Somebody in a call of a case, wherever their line is. */
export type SeatedPeer = CallPeer & { channel: CallChannel };

/** `elsewhere`: the same member has joined a call from another window · `full`: others were there before. */
export type Displacement = "elsewhere" | "full";

/**
 * Who is in the calls of one case, out of what all processes say of it. Whatever the order they say it in, the answer
 * is the same, so no process has to ask another: a member is where they joined last, and a call has its first
 * `CALL_SEATS` members.
 */
export function settleCalls(claims: readonly SeatedPeer[]): {
  seated: SeatedPeer[];
  displaced: { peer: SeatedPeer; why: Displacement }[];
} {
  const sorted = claims.toSorted((a, b) => compare(a.peerId, b.peerId) || a.lines - b.lines);
  const last = new Map(sorted.map((peer) => [peer.memberId, peer]));
  const seated: SeatedPeer[] = [];
  const displaced: { peer: SeatedPeer; why: Displacement }[] = [];
  for (const peer of sorted) {
    const full = seated.filter(({ channel }) => channel === peer.channel).length >= CALL_SEATS;
    if (last.get(peer.memberId) !== peer) displaced.push({ peer, why: "elsewhere" });
    else if (full) displaced.push({ peer, why: "full" });
    else seated.push(peer);
  }
  return { seated, displaced };
}

/**
 * Of two who both make an offer at once, the polite one gives way. Both sides come to the same answer, because members
 * differ.
 */
export function isPolite(own: { memberId: string }, other: { memberId: string }): boolean {
  return own.memberId < other.memberId;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
