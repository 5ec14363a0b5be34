import type { CallCandidate, CallDescription, CallSignal } from "../../../shared/calls/signals.ts";

/** Candidates that come within this time travel together. */
const GATHER_MS = 60;
const CANDIDATES_AT_ONCE = 20;
/** A way that is not found in this time is looked for anew, and after so many times said to be missing. */
const PATIENCE_MS = 8_000;
const RESTARTS = 5;
const TOLD_AFTER = 2;

export type MediaKind = "audio" | "video";
export type Sent = Readonly<Record<MediaKind, MediaStreamTrack | null>>;
export type PeerLink = "connecting" | "up" | "weak" | "failed";

const KINDS = ["audio", "video"] as const;

interface PeerOptions {
  /** Of two offers that meet, the polite side takes its own back. */
  readonly polite: boolean;
  readonly configuration: RTCConfiguration;
  readonly send: (signal: CallSignal) => void;
  /** The link or what comes over it is different. */
  readonly changed: () => void;
}

/**
 * The connection to one other in a call, by the perfect negotiation pattern of the WebRTC specification: either side
 * may offer at any time, except that the very first offer is the impolite side's: Chromium gathers no candidates after
 * taking a first offer back. It belongs to one call and is closed with it; what is sent to a caucus never runs over a
 * connection that was made for the joint call.
 */
export class Peer {
  readonly stream = new MediaStream();
  readonly #connection: RTCPeerConnection;
  readonly #options: PeerOptions;
  /** One for sound and one for the picture, for as long as the connection lives. */
  readonly #lanes: Partial<Record<MediaKind, RTCRtpTransceiver>> = {};
  #sent: Sent = { audio: null, video: null };
  readonly #candidates: CallCandidate[] = [];
  #makingOffer = false;
  #settingAnswer = false;
  #inTurn: Promise<void> = Promise.resolve();
  #restarts = 0;
  #gathering: number | undefined;
  #patience: number | undefined;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.#connection = new RTCPeerConnection(options.configuration);
    this.#connection.onnegotiationneeded = () => void this.#offer();
    this.#connection.onicecandidate = ({ candidate }) => this.#gather(candidate);
    this.#connection.ontrack = ({ track }) => this.#hears(track);
    this.#connection.onconnectionstatechange = () => this.#linkChanged();
    this.#watch();
    if (!options.polite)
      for (const kind of KINDS)
        this.#lanes[kind] = this.#connection.addTransceiver(kind, { direction: "recvonly" });
  }

  get link(): PeerLink {
    const { connectionState } = this.#connection;
    if (connectionState === "connected") return "up";
    if (connectionState === "disconnected") return "weak";
    if (connectionState === "failed") return "failed";
    return this.#restarts >= TOLD_AFTER ? "failed" : "connecting";
  }

  /** What this other gets to hear and see from now on; a track that is not given any more is taken away, not muted. */
  give(sent: Sent): void {
    this.#sent = sent;
    for (const kind of KINDS) {
      const lane = this.#lanes[kind];
      if (!lane || lane.sender.track === sent[kind]) continue;
      // Rejected only when the connection has been closed meanwhile.
      lane.sender.replaceTrack(sent[kind]).catch(() => undefined);
      lane.direction = sent[kind] ? "sendrecv" : "recvonly";
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
    else if (connectionState !== "connected") this.#connection.restartIce();
  }

  /** Look for a way again, because a person asks for it. */
  retry(): void {
    this.#restarts = 0;
    this.#connection.restartIce();
    this.#watch();
    this.#options.changed();
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
    // One of an offer that was not taken, here or there, leads nowhere; the next may lead somewhere.
    for (const candidate of candidates)
      await this.#connection.addIceCandidate(candidate).catch(() => undefined);
  }

  async #describe(description: CallDescription): Promise<void> {
    const { signalingState } = this.#connection;
    const isOffer = description.type === "offer";
    const ready = !this.#makingOffer && (signalingState === "stable" || this.#settingAnswer);
    if (isOffer && !ready && !this.#options.polite) return;
    // An answer that came twice.
    if (!isOffer && signalingState !== "have-local-offer") return;
    this.#settingAnswer = !isOffer;
    try {
      await this.#connection.setRemoteDescription(description);
    } finally {
      this.#settingAnswer = false;
    }
    if (!isOffer) return;
    this.#findLanes();
    await this.#connection.setLocalDescription();
    if (this.#connection.localDescription) this.#tell(this.#connection.localDescription);
  }

  /** The polite side has the lanes of the other's first offer; what it sends goes into its answer. */
  #findLanes(): void {
    const lanes = this.#connection.getTransceivers();
    for (const kind of KINDS) {
      const lane = this.#lanes[kind] ?? lanes.find(({ receiver }) => receiver.track.kind === kind);
      if (lane) this.#lanes[kind] = lane;
    }
    this.give(this.#sent);
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
    if (connectionState === "connected") this.#restarts = 0;
    else if (connectionState === "failed" && this.#restarts < RESTARTS) this.#connection.restartIce();
    this.#options.changed();
  }

  /** Looks now and then whether there is a way; one side does so before the other, so that they do not meet. */
  #watch(): void {
    window.clearTimeout(this.#patience);
    this.#patience = window.setTimeout(
      () => {
        if (this.#connection.connectionState !== "connected") {
          this.#restarts += 1;
          if (this.#restarts > RESTARTS) return;
          this.#connection.restartIce();
          this.#options.changed();
        }
        this.#watch();
      },
      PATIENCE_MS * (this.#options.polite ? 2 : 1),
    );
  }
}
