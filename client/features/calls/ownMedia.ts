import type { MediaKind, Sent } from "./peer.ts";

/** `insecure`: browsers give devices to pages opened over https only. */
type MediaFault = "denied" | "none" | "busy" | "insecure" | "gone" | "other";

export interface OwnMediaState {
  readonly sent: Sent;
  /** The microphone is there but nobody hears it. */
  readonly muted: boolean;
  readonly faults: Readonly<Partial<Record<MediaKind, MediaFault>>>;
  readonly devices: readonly MediaDeviceInfo[];
}

const NOTHING: OwnMediaState = { sent: { audio: null, video: null }, muted: false, faults: {}, devices: [] };
/** Four people on ordinary lines; a face, not a film. */
const PICTURE = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 15, max: 24 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** This person's own microphone and camera. A camera that is off is let go of, so that its light goes out. */
export class OwnMedia {
  state: OwnMediaState = NOTHING;
  readonly #changed: () => void;
  /** Counts what was asked of each kind, so that an answer that comes too late is let go of. */
  readonly #asked: Record<MediaKind, number> = { audio: 0, video: 0 };

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  async open(kind: MediaKind, deviceId?: string): Promise<void> {
    const turn = ++this.#asked[kind];
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) return this.#fail(kind, "insecure");
    const which = deviceId === undefined ? {} : { deviceId: { exact: deviceId } };
    try {
      const wanted =
        kind === "video" ? { video: { ...PICTURE, ...which } } : { audio: { ...SOUND, ...which } };
      const stream = await devices.getUserMedia(wanted);
      const [track = null] = stream.getTracks();
      if (turn !== this.#asked[kind]) {
        track?.stop();
        return;
      }
      this.state.sent[kind]?.stop();
      track?.addEventListener("ended", () => this.#lost(kind, track));
      if (track && kind === "audio") track.enabled = !this.state.muted;
      const { [kind]: _, ...faults } = this.state.faults;
      this.#set({ sent: { ...this.state.sent, [kind]: track }, faults });
      this.#set({ devices: await devices.enumerateDevices() });
    } catch (error) {
      if (turn === this.#asked[kind]) this.#fail(kind, faultOf(error));
    }
  }

  shut(kind: MediaKind): void {
    this.#asked[kind] += 1;
    const { [kind]: _, ...faults } = this.state.faults;
    this.state.sent[kind]?.stop();
    this.#set({ sent: { ...this.state.sent, [kind]: null }, faults });
  }

  mute(muted: boolean): void {
    const { audio } = this.state.sent;
    if (audio) audio.enabled = !muted;
    this.#set({ muted });
  }

  shutAll(): void {
    this.shut("audio");
    this.shut("video");
    this.#set(NOTHING);
  }

  #lost(kind: MediaKind, track: MediaStreamTrack): void {
    if (this.state.sent[kind] === track) this.#fail(kind, "gone");
  }

  #fail(kind: MediaKind, fault: MediaFault): void {
    this.state.sent[kind]?.stop();
    this.#set({
      sent: { ...this.state.sent, [kind]: null },
      faults: { ...this.state.faults, [kind]: fault },
    });
  }

  #set(patch: Partial<OwnMediaState>): void {
    this.state = { ...this.state, ...patch };
    this.#changed();
  }
}

function faultOf(error: unknown): MediaFault {
  switch (error instanceof Error ? error.name : "") {
    case "NotAllowedError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "none";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    case "SecurityError":
      return "insecure";
    default:
      return "other";
  }
}
