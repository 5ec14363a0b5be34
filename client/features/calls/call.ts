import type { CallChannel } from "../../../shared/calls/channels.ts";
import { type CallPeer, isPolite } from "../../../shared/calls/roster.ts";
import type {
  CallEnd,
  CallJoined,
  CallRoster,
  IceConfiguration,
  IncomingSignal,
} from "../../../shared/calls/signals.ts";
import type { CallLine } from "../../realtime/callLine.ts";
import { OwnMedia, type OwnMediaState } from "./ownMedia.ts";
import { type MediaKind, Peer, type PeerLink } from "./peer.ts";

export interface CallTile extends CallPeer {
  readonly stream: MediaStream;
  readonly link: PeerLink;
}

/** `entering`: asked for and not answered yet · `back`: the room's line broke while the call goes on. */
type CallPhase = "out" | "entering" | "in" | "back";

export interface CallState {
  readonly phase: CallPhase;
  readonly channel: CallChannel | null;
  readonly tiles: readonly CallTile[];
  readonly rosters: Readonly<Partial<Record<CallChannel, readonly CallPeer[]>>>;
  readonly media: OwnMediaState;
  /** Why the call is over although nobody here hung up, or could not begin. */
  readonly ended: CallEnd | "removed" | Error | null;
}

interface CallOptions {
  readonly line: CallLine;
  readonly iceServers: () => Promise<IceConfiguration>;
}

/**
 * One person's calls in one case: in one channel at a time. Going to another channel closes every connection of the
 * call before it, first here and then on the server, so there is no moment at which anything runs in both.
 */
export class Call {
  state: CallState;
  readonly #options: CallOptions;
  readonly #media: OwnMedia;
  readonly #peers = new Map<string, Peer>();
  readonly #listeners = new Set<() => void>();
  #own: { peerId: string; memberId: string } | null = null;
  #configuration: RTCConfiguration = {};
  #early: IncomingSignal[] = [];
  #attempt = 0;

  constructor(options: CallOptions) {
    this.#options = options;
    this.#media = new OwnMedia(() => this.#mediaChanged());
    this.state = {
      phase: "out",
      channel: null,
      tiles: [],
      rosters: {},
      media: this.#media.state,
      ended: null,
    };
  }

  /** Listen to the line as long as somebody looks. */
  attach(): () => void {
    return this.#options.line.listen({
      onRoster: (roster) => this.#heardRoster(roster),
      onSignal: (signal) => this.#heardSignal(signal),
      onOver: ({ peerId, why }) => peerId === this.#own?.peerId && this.#end(why),
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get media(): OwnMedia {
    return this.#media;
  }

  /** The room's line is up with a seat, or down. */
  async lineIs(up: boolean): Promise<void> {
    const { channel, phase } = this.state;
    if (!up) {
      if (phase === "in") this.#set({ phase: "back" });
      return;
    }
    try {
      const { calls } = (await this.#options.line.ask("call.list", {})) as { calls: CallRoster[] };
      this.#set({ rosters: Object.fromEntries(calls.map((roster) => [roster.channel, roster.peers])) });
    } catch {
      // Told again when it changes.
    }
    if (channel !== null && this.state.phase === "back") await this.enter(channel);
  }

  async enter(channel: CallChannel): Promise<void> {
    const attempt = ++this.#attempt;
    const again = this.state.channel === channel ? this.#own?.peerId : undefined;
    if (again === undefined) this.#closePeers();
    this.#set({ phase: "entering", channel, ended: null });
    const { line, iceServers } = this.#options;
    try {
      const { iceServers: servers, iceTransportPolicy } = await iceServers();
      this.#configuration = { iceServers: servers, iceTransportPolicy };
      // The protocol's own contract: call.join without an error carries a CallJoined.
      const joined = (await line.ask("call.join", {
        channel,
        ...this.#sends(),
        ...(again === undefined ? {} : { again }),
      })) as CallJoined;
      if (attempt === this.#attempt) this.#entered(joined, again);
      else if (this.state.phase === "out") line.hint("call.leave", {});
    } catch (error) {
      if (attempt !== this.#attempt) return;
      this.#end(error instanceof Error ? error : new Error(String(error)));
    }
  }

  leave(): void {
    this.#attempt += 1;
    if (this.state.phase !== "out") this.#options.line.hint("call.leave", {});
    this.#end(null);
  }

  /** The mediator took this person out of the room, or they may not be there any more. */
  removed(): void {
    if (this.state.phase !== "out") this.#end("removed");
  }

  /** Look again for a way to somebody who cannot be reached. */
  retry(peerId: string): void {
    this.#peers.get(peerId)?.retry();
  }

  async turn(kind: MediaKind, on: boolean): Promise<void> {
    if (kind === "audio" && this.#media.state.sent.audio) this.#media.mute(!on);
    else if (on) await this.#media.open(kind);
    else this.#media.shut(kind);
  }

  #entered({ peerId, peers, channel }: CallJoined, again: string | undefined): void {
    if (again !== undefined && again !== peerId) this.#closePeers();
    const self = peers.find((peer) => peer.peerId === peerId);
    if (!self) return this.#end("full");
    this.#own = { peerId, memberId: self.memberId };
    this.#set({ phase: "in", channel });
    this.#meet(peers);
    for (const peer of this.#peers.values()) if (again === peerId) peer.refresh();
    for (const signal of this.#early.splice(0)) this.#heardSignal(signal);
    this.#mediaChanged();
  }

  #heardRoster({ channel, peers }: CallRoster): void {
    const before = this.state.rosters[channel] ?? [];
    this.#set({ rosters: { ...this.state.rosters, [channel]: peers } });
    if (channel !== this.state.channel || this.state.phase !== "in") return;
    if (!peers.some(({ peerId }) => peerId === this.#own?.peerId)) return;
    this.#meet(peers);
    for (const { peerId, lines } of peers) {
      const known = before.find((peer) => peer.peerId === peerId);
      if (known && known.lines < lines && peerId !== this.#own?.peerId) this.#peers.get(peerId)?.refresh();
    }
  }

  #heardSignal(signal: IncomingSignal): void {
    const { phase, channel } = this.state;
    if (signal.channel !== channel) return;
    if (phase === "entering") this.#early.push(signal);
    else if (phase !== "out" && signal.to === this.#own?.peerId) this.#peer(signal.from).receive(signal);
  }

  /** A connection to everybody who is there, and to nobody else. */
  #meet(peers: readonly CallPeer[]): void {
    const others = peers.filter(({ peerId }) => peerId !== this.#own?.peerId);
    for (const [peerId, peer] of this.#peers) {
      if (others.some((other) => other.peerId === peerId)) continue;
      peer.close();
      this.#peers.delete(peerId);
    }
    for (const other of others) this.#peer(other);
    this.#refreshTiles();
  }

  #peer(other: { peerId: string; memberId: string }): Peer {
    const known = this.#peers.get(other.peerId);
    if (known) return known;
    const peer = new Peer({
      polite: this.#own !== null && isPolite(this.#own, other),
      configuration: this.#configuration,
      send: (signal) => this.#options.line.hint("call.signal", { to: other.peerId, ...signal }),
      changed: () => this.#refreshTiles(),
    });
    this.#peers.set(other.peerId, peer);
    peer.give(this.#media.state.sent);
    return peer;
  }

  #mediaChanged(): void {
    const { sent } = this.#media.state;
    for (const peer of this.#peers.values()) peer.give(sent);
    const before = this.#toldSends;
    const now = this.#sends();
    if (this.state.phase === "in" && (before.audio !== now.audio || before.video !== now.video)) {
      this.#toldSends = now;
      this.#options.line.hint("call.media", now);
    }
    this.#set({ media: this.#media.state });
  }
  #toldSends = { audio: false, video: false };

  #sends(): { audio: boolean; video: boolean } {
    const { sent, muted } = this.#media.state;
    return { audio: sent.audio !== null && !muted, video: sent.video !== null };
  }

  #refreshTiles(): void {
    const { rosters, channel } = this.state;
    const others = channel === null ? [] : (rosters[channel] ?? []);
    const tiles = others.flatMap((other) => {
      const peer = this.#peers.get(other.peerId);
      return peer ? [{ ...other, stream: peer.stream, link: peer.link }] : [];
    });
    this.#set({ tiles });
  }

  #closePeers(): void {
    for (const peer of this.#peers.values()) peer.close();
    this.#peers.clear();
    this.#early = [];
    this.#own = null;
    this.#toldSends = { audio: false, video: false };
    this.#set({ tiles: [] });
  }

  #end(ended: CallState["ended"]): void {
    this.#closePeers();
    this.#media.shutAll();
    this.#set({ phase: "out", channel: null, ended });
  }

  #set(patch: Partial<CallState>): void {
    this.state = { ...this.state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}
