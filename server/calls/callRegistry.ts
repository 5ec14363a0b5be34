import { v7 as uuid } from "uuid";
import { CALL_CHANNELS, callersOf } from "../../shared/calls/channels.ts";
import {
  CALL_SEATS,
  settleCalls,
  type CallPeer,
  type Displacement,
  type SeatedPeer,
} from "../../shared/calls/roster.ts";
import type { CallEnd, CallJoin, CallJoined, CallRoster } from "../../shared/calls/signals.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Connection } from "../realtime/index.ts";
import type { RoomLines, Seat } from "../rooms/index.ts";
import { RemotePeers } from "./remotePeers.ts";
import type { SecretWire } from "./secretWire.ts";

/** How long somebody stays in a call whose line broke: the picture may go on, and they are on their way back. */
const LINGER_MS = 20_000;

/** Somebody in a call on this process; without a line while they are on their way back. */
type Own = { peer: SeatedPeer; line: Connection | null; leaving?: NodeJS.Timeout };

/**
 * Who is in which call. Kept in memory only and never journalled: who may be in a call is decided by their seat, and
 * the seat by the database.
 */
export class CallRegistry {
  readonly #lines: RoomLines;
  readonly #remote: RemotePeers;
  readonly #cases = new Map<string, Map<string, Own>>();
  /** By case and channel: the roster last told, as text. */
  readonly #told = new Map<string, string>();
  readonly #lingerMs: number;

  constructor(lines: RoomLines, wire: SecretWire, lingerMs: number = LINGER_MS) {
    this.#lines = lines;
    this.#lingerMs = lingerMs;
    const own = { cases: () => this.#cases.keys(), peers: (caseId: string) => this.#peers(caseId) };
    this.#remote = new RemotePeers(wire, own, (caseId) => this.#settle(caseId));
    lines.onDropped((seat) => this.#dropped(seat));
  }

  enter(seat: Seat, join: CallJoin): CallJoined {
    const { caseId, memberId, party, connection } = seat;
    const { channel, audio, video } = join;
    const seated = this.#seated(caseId);
    const before = [...this.#peers(caseId), ...this.#remote.peers(caseId)].find(
      (peer) => peer.peerId === join.again && peer.memberId === memberId && peer.channel === channel,
    );
    const others = seated.filter((peer) => peer.channel === channel && peer.memberId !== memberId);
    if (others.length >= CALL_SEATS) throw new Refusal("call_full", "this call has no place left");
    this.#forget(caseId, (own) => own.line?.id === connection.id || own.peer.peerId === before?.peerId);
    const peer: SeatedPeer = {
      peerId: before?.peerId ?? uuid(),
      memberId,
      party,
      audio,
      video,
      lines: (before?.lines ?? 0) + 1,
      channel,
    };
    const room = this.#cases.get(caseId) ?? new Map<string, Own>();
    this.#cases.set(caseId, room.set(peer.peerId, { peer, line: connection }));
    this.#changed(caseId);
    const peers = this.#roster(caseId, channel).peers;
    return { peerId: peer.peerId, channel, peers };
  }

  leave(connectionId: string, caseId: string): void {
    if (this.#forget(caseId, ({ line }) => line?.id === connectionId)) this.#changed(caseId);
  }

  change(connectionId: string, caseId: string, sends: { audio: boolean; video: boolean }): void {
    const own = this.#ofLine(connectionId, caseId);
    if (!own) return;
    own.peer = { ...own.peer, ...sends };
    this.#changed(caseId);
  }

  /** Who a line is in the calls of a case. */
  peerOf(connectionId: string, caseId: string): SeatedPeer | null {
    return this.#ofLine(connectionId, caseId)?.peer ?? null;
  }

  /** The line to somebody in a call on this process, while it has the seat that lets it be there. */
  lineTo(caseId: string, { peerId, channel }: Pick<SeatedPeer, "peerId" | "channel">): Connection | null {
    const own = this.#cases.get(caseId)?.get(peerId);
    if (own?.peer.channel !== channel || own.line === null) return null;
    const seat = this.#lines.seat(own.line.id, caseId);
    return seat && callersOf(channel).includes(seat.party) ? own.line : null;
  }

  /** Whether somebody on another process is in this call. */
  isElsewhere(caseId: string, { peerId, channel }: Pick<SeatedPeer, "peerId" | "channel">): boolean {
    return this.#remote
      .peers(caseId)
      .some(
        (peer) =>
          peer.peerId === peerId && peer.channel === channel && callersOf(channel).includes(peer.party),
      );
  }

  /** The calls that a party may know of. */
  rosters(caseId: string, party: Party): CallRoster[] {
    return CALL_CHANNELS.filter((channel) => callersOf(channel).includes(party)).map((channel) =>
      this.#roster(caseId, channel),
    );
  }

  /** A member is out of the room. */
  endMember(caseId: string, memberId: string): void {
    this.#remote.forget(memberId);
    this.#forget(caseId, ({ peer }) => peer.memberId === memberId);
    this.#changed(caseId);
  }

  /** A member may stay in the room and is not to be heard; wherever their line is, that process knows it too. */
  silence(caseId: string, memberId: string): void {
    if (this.#forget(caseId, ({ peer }) => peer.memberId === memberId, "muted")) this.#changed(caseId);
  }

  /** Nothing is said in this case for now, or any more. */
  endAll(caseId: string): void {
    if (this.#forget(caseId, () => true, "closed")) this.#changed(caseId);
  }

  /** A line that was taken out is out at once; one that broke may come back. */
  #dropped({ connection, caseId }: Seat): void {
    if (connection.open) return this.leave(connection.id, caseId);
    const own = this.#ofLine(connection.id, caseId);
    if (!own) return;
    own.line = null;
    own.leaving = setTimeout(() => {
      if (this.#forget(caseId, (one) => one === own)) this.#changed(caseId);
    }, this.#lingerMs);
    own.leaving.unref();
  }

  #forget(caseId: string, which: (own: Own) => boolean, why?: CallEnd): boolean {
    const room = this.#cases.get(caseId);
    const gone = [...(room?.values() ?? [])].filter(which);
    for (const own of gone) {
      clearTimeout(own.leaving);
      room?.delete(own.peer.peerId);
      if (why) own.line?.send("call_over", { caseId, peerId: own.peer.peerId, why });
    }
    if (room?.size === 0) this.#cases.delete(caseId);
    return gone.length > 0;
  }

  /** Something is different on this process. */
  #changed(caseId: string): void {
    this.#displace(caseId);
    this.#remote.announce(caseId);
    this.#tell(caseId);
  }

  /** Something is different on another. */
  #settle(caseId: string): void {
    if (this.#displace(caseId)) this.#remote.announce(caseId);
    this.#tell(caseId);
  }

  #displace(caseId: string): boolean {
    const { displaced } = settleCalls([...this.#peers(caseId), ...this.#remote.peers(caseId)]);
    const gone = new Map<string, Displacement>();
    for (const { peer, why } of displaced) {
      const own = this.#cases.get(caseId)?.get(peer.peerId);
      if (own?.peer === peer) gone.set(peer.peerId, why);
    }
    for (const [peerId, why] of gone) this.#forget(caseId, ({ peer }) => peer.peerId === peerId, why);
    return gone.size > 0;
  }

  #tell(caseId: string): void {
    for (const channel of CALL_CHANNELS) {
      const roster = this.#roster(caseId, channel);
      const key = `${caseId} ${channel}`;
      const text = JSON.stringify(roster.peers);
      if (text === (this.#told.get(key) ?? "[]")) continue;
      if (roster.peers.length === 0) this.#told.delete(key);
      else this.#told.set(key, text);
      for (const party of callersOf(channel)) this.#lines.tell({ caseId, party }, "calls", roster);
    }
  }

  #roster(caseId: string, channel: CallRoster["channel"]): CallRoster {
    const peers = this.#seated(caseId)
      .filter((peer) => peer.channel === channel)
      .map(({ peerId, memberId, party, audio, video, lines }): CallPeer => ({
        peerId,
        memberId,
        party,
        audio,
        video,
        lines,
      }));
    return { caseId, channel, peers };
  }

  #seated(caseId: string): SeatedPeer[] {
    return settleCalls([...this.#peers(caseId), ...this.#remote.peers(caseId)]).seated;
  }

  #peers(caseId: string): SeatedPeer[] {
    return [...(this.#cases.get(caseId)?.values() ?? [])].map(({ peer }) => peer);
  }

  #ofLine(connectionId: string, caseId: string): Own | undefined {
    return [...(this.#cases.get(caseId)?.values() ?? [])].find(({ line }) => line?.id === connectionId);
  }
}
