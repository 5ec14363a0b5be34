import type { CallCandidate, CallDescription, CallSignal } from "../../../shared/calls/signals.ts";

/** Candidates that come within this time travel together. */
const GATHER_MS = 60;
const CANDIDATES_AT_ONCE = 20;
/** A way that is not found in this time is said to be missing; it is looked for all the same. */
const PATIENCE_MS = 20_000;
const RESTARTS = 5;
const RESTART_MS = 2_000;

export type MediaKind = "audio" | "video";
export type Sent = Readonly<Record<MediaKind, MediaStreamTrack | null>>;
/** `silent`: neither sends anything, so there is nothing to connect. */
export type PeerLink = "silent" | "connecting" | "up" | "weak" | "failed";

export interface PeerOptions {
  /** Of two offers that meet, the polite side takes its own back. */
  readonly polite: boolean;
  readonly configuration: RTCConfiguration;
  readonly send: (signal: CallSignal) => void;
  /** The link or what comes over it is different. */
  readonly changed: () => void;
}

/**
 * The connection to one other in a call, by the perfect negotiation pattern of the WebRTC specification: either side
 * may offer at any time, and nobody has to know who began. It belongs to one call and is closed with it; what is sent
 * to a caucus never runs over a connection that was made for the joint call.
 */
export class Peer {
  readonly stream = new MediaStream();
  readonly #connection: RTCPeerConnection;
  readonly #options: PeerOptions;
  readonly #senders: Partial<Record<MediaKind, RTCRtpSender>> = {};
  readonly #candidates: CallCandidate[] = [];
  #makingOffer = false;
  #ignoringOffer = false;
  #settingAnswer = false;
  #inTurn: Promise<void> = Promise.resolve();
  #late = false;
  #restarts = 0;
  #gathering: number | undefined;
  readonly #patience: number;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.#connection = new RTCPeerConnection(options.configuration);
    this.#connection.onnegotiationneeded = () => void this.#offer();
    this.#connection.onicecandidate = ({ candidate }) => this.#gather(candidate);
    this.#connection.ontrack = ({ track }) => this.#hears(track);
    this.#connection.onconnectionstatechange = () => this.#linkChanged();
    this.#patience = window.setTimeout(() => {
      this.#late = true;
      options.changed();
    }, PATIENCE_MS);
  }

  get link(): PeerLink {
    const { connectionState } = this.#connection;
    if (connectionState === "connected") return "up";
    if (connectionState === "disconnected") return "weak";
    if (connectionState === "failed") return "failed";
    if (this.#connection.getTransceivers().length === 0) return "silent";
    return this.#late ? "failed" : "connecting";
  }

  /** What this other gets to hear and see from now on; a track that is not given any more is taken away, not muted. */
  give(sent: Sent): void {
    for (const kind of ["audio", "video"] as const) {
      const track = sent[kind];
      const sender = this.#senders[kind];
      if (sender === undefined) {
        if (track) this.#senders[kind] = this.#connection.addTrack(track);
        continue;
      }
      if (sender.track === track) continue;
      // Rejected only when the connection has been closed meanwhile.
      sender.replaceTrack(track).catch(() => undefined);
      const transceiver = this.#connection.getTransceivers().find((one) => one.sender === sender);
      if (transceiver) transceiver.direction = track ? "sendrecv" : "recvonly";
    }
  }

  /** Something this other told us; taken in the order it came. */
  receive(signal: CallSignal): void {
    this.#inTurn = this.#inTurn.then(() => this.#take(signal)).catch(() => undefined);
  }

  /** A line of either side was lost, and perhaps what was on it: say again what waits for an answer, or look anew. */
  refresh(): void {
    const { signalingState, localDescription, connectionState } = this.#connection;
    if (signalingState === "have-local-offer" && localDescription) this.#tell(localDescription);
    else if (connectionState !== "connected" && this.link !== "silent") this.#connection.restartIce();
  }

  /** Look for a way again, because a person asks for it. */
  retry(): void {
    this.#restarts = 0;
    this.#connection.restartIce();
  }

  close(): void {
    window.clearTimeout(this.#patience);
    window.clearTimeout(this.#gathering);
    for (const sender of this.#connection.getSenders()) sender.replaceTrack(null).catch(() => undefined);
    this.#connection.onnegotiationneeded = null;
    this.#connection.onicecandidate = null;
    this.#connection.ontrack = null;
    this.#connection.onconnectionstatechange = null;
    this.#connection.close();
    for (const track of this.stream.getTracks()) this.stream.removeTrack(track);
  }

  async #offer(): Promise<void> {
    try {
      this.#makingOffer = true;
      await this.#connection.setLocalDescription();
      if (this.#connection.localDescription) this.#tell(this.#connection.localDescription);
    } catch {
      // The connection was closed, or the other's offer came first; then the answer says everything.
    } finally {
      this.#makingOffer = false;
    }
  }

  async #take({ description, candidates = [] }: CallSignal): Promise<void> {
    if (description) await this.#describe(description);
    for (const candidate of candidates) {
      try {
        await this.#connection.addIceCandidate(candidate);
      } catch (error) {
        // Those of an offer we did not take lead nowhere.
        if (!this.#ignoringOffer) throw error;
      }
    }
  }

  async #describe(description: CallDescription): Promise<void> {
    const { signalingState } = this.#connection;
    const isOffer = description.type === "offer";
    const ready = !this.#makingOffer && (signalingState === "stable" || this.#settingAnswer);
    this.#ignoringOffer = isOffer && !ready && !this.#options.polite;
    if (this.#ignoringOffer) return;
    // An answer that came twice.
    if (!isOffer && signalingState !== "have-local-offer") return;
    this.#settingAnswer = !isOffer;
    try {
      await this.#connection.setRemoteDescription(description);
    } finally {
      this.#settingAnswer = false;
    }
    if (!isOffer) return;
    await this.#connection.setLocalDescription();
    if (this.#connection.localDescription) this.#tell(this.#connection.localDescription);
  }

  #tell({ type, sdp }: RTCSessionDescription): void {
    if (type === "offer" || type === "answer") this.#options.send({ description: { type, sdp } });
    this.#options.changed();
  }

  #gather(candidate: RTCIceCandidate | null): void {
    if (candidate === null) return;
    const { candidate: text, sdpMid, sdpMLineIndex } = candidate;
    this.#candidates.push({ candidate: text, sdpMid, sdpMLineIndex });
    this.#gathering ??= window.setTimeout(() => {
      this.#gathering = undefined;
      while (this.#candidates.length > 0)
        this.#options.send({ candidates: this.#candidates.splice(0, CANDIDATES_AT_ONCE) });
    }, GATHER_MS);
  }

  #hears(track: MediaStreamTrack): void {
    this.stream.addTrack(track);
    track.onmute = this.#options.changed;
    track.onunmute = this.#options.changed;
    this.#options.changed();
  }

  #linkChanged(): void {
    const { connectionState } = this.#connection;
    if (connectionState === "connected") {
      this.#restarts = 0;
      this.#late = false;
    }
    if (connectionState === "failed" && this.#restarts < RESTARTS) {
      this.#restarts += 1;
      window.setTimeout(() => {
        if (this.#connection.connectionState === "failed") this.#connection.restartIce();
      }, RESTART_MS);
    }
    this.#options.changed();
  }
}
