import type { CallChannel } from "./channels.ts";
import type { CallPeer, Displacement } from "./roster.ts";

export type CallDescription = { type: "offer" | "answer"; sdp: string };
export type CallCandidate = { candidate: string; sdpMid: string | null; sdpMLineIndex: number | null };

/** What two browsers tell each other to find a way; candidates come several at once. */
export type CallSignal = { description?: CallDescription; candidates?: CallCandidate[] };

/** What one peer sends to another of the same call. */
export type OutgoingSignal = CallSignal & { to: string };
export type IncomingSignal = CallSignal & {
  caseId: string;
  channel: CallChannel;
  from: { peerId: string; memberId: string };
  to: string;
};

/** Who is in a channel's call; told to those who may read the channel whenever it changes. */
export type CallRoster = { caseId: string; channel: CallChannel; peers: CallPeer[] };

/**
 * Why a line is in a call no longer although it did not leave. `closed`: the case is paused or has ended · `muted`: the
 * mediator has muted this member.
 */
export type CallEnd = Displacement | "closed" | "muted";
export type CallOver = { caseId: string; peerId: string; why: CallEnd };

export type CallJoin = {
  channel: CallChannel;
  audio: boolean;
  video: boolean;
  /** The peer this page already is, after its line broke. */
  again?: string;
};
export type CallJoined = { peerId: string; channel: CallChannel; peers: CallPeer[] };

/** Where browsers find out how they can be reached. `relay`: only through the relay, so that nobody learns an address. */
export type IceConfiguration = {
  iceServers: { urls: string[]; username?: string; credential?: string }[];
  iceTransportPolicy: "all" | "relay";
  /** When the credentials end; null when there are none. */
  expiresAt: string | null;
};

/** An offer with sound and picture is some 8 KB; a packet of the room is at most 64 KB. */
export const SDP_MAX = 40_000;
export const CANDIDATES_MAX = 32;
