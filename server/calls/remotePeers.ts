import type { SeatedPeer } from "../../shared/calls/roster.ts";
import type { SecretWire } from "./secretWire.ts";

const REPEAT_MS = 10_000;
/** A process that has said nothing for this long is gone, and its people with it. */
const BELIEVED_MS = 25_000;

type Said = { caseId: string; peers: SeatedPeer[] };

/** Who is in calls on the other processes, by what they last said. */
export class RemotePeers {
  readonly #wire: SecretWire;
  readonly #own: { cases: () => Iterable<string>; peers: (caseId: string) => SeatedPeer[] };
  readonly #changed: (caseId: string) => void;
  readonly #others = new Map<string, Map<string, { peers: SeatedPeer[]; until: number }>>();
  /** Members who are out of a room; their process may not have heard of it yet. */
  readonly #out = new Set<string>();

  constructor(
    wire: SecretWire,
    own: { cases: () => Iterable<string>; peers: (caseId: string) => SeatedPeer[] },
    changed: (caseId: string) => void,
  ) {
    this.#wire = wire;
    this.#own = own;
    this.#changed = changed;
    if (!wire.shared) return;
    // Sent by `announce` below, in a process of the same version.
    wire.on("calls", (message, from) => this.#heard(message as Said, from));
    setInterval(() => this.#repeat(), REPEAT_MS).unref();
  }

  peers(caseId: string): SeatedPeer[] {
    const now = performance.now();
    const processes = [...(this.#others.get(caseId)?.values() ?? [])];
    return processes
      .flatMap(({ peers, until }) => (until > now ? peers : []))
      .filter(({ memberId }) => !this.#out.has(memberId));
  }

  /** Tell the others who is in a call here now. */
  announce(caseId: string): void {
    const said: Said = { caseId, peers: this.#own.peers(caseId) };
    this.#wire.send("calls", said);
  }

  /** This member is out of the room for good, or comes back as another. */
  forget(memberId: string): void {
    if (this.#wire.shared) this.#out.add(memberId);
  }

  #heard({ caseId, peers }: Said, from: string): void {
    const before = JSON.stringify(this.peers(caseId));
    const processes = this.#others.get(caseId) ?? new Map<string, { peers: SeatedPeer[]; until: number }>();
    if (peers.length > 0) processes.set(from, { peers, until: performance.now() + BELIEVED_MS });
    else processes.delete(from);
    if (processes.size > 0) this.#others.set(caseId, processes);
    else this.#others.delete(caseId);
    if (JSON.stringify(this.peers(caseId)) !== before) this.#changed(caseId);
  }

  #repeat(): void {
    for (const caseId of this.#own.cases()) this.announce(caseId);
    const now = performance.now();
    for (const [caseId, processes] of this.#others) {
      const gone = [...processes].filter(([, { until }]) => until <= now);
      for (const [from] of gone) processes.delete(from);
      if (processes.size === 0) this.#others.delete(caseId);
      if (gone.length > 0) this.#changed(caseId);
    }
  }
}
