import type { Wire } from "../realtime/index.ts";

const REPEAT_MS = 10_000;
/** A process that has said nothing for this long is gone, and its people with it. */
const BELIEVED_MS = 25_000;

type Present = { caseId: string; members: string[] };

/** Who sits in the rooms of the other processes, by what they last said. A hint, like all of presence. */
export class RemotePresence {
  readonly #wire: Wire;
  readonly #local: { cases: () => Iterable<string>; online: (caseId: string) => ReadonlySet<string> };
  readonly #changed: (caseId: string) => void;
  readonly #others = new Map<string, Map<string, { members: readonly string[]; until: number }>>();

  constructor(
    wire: Wire,
    local: { cases: () => Iterable<string>; online: (caseId: string) => ReadonlySet<string> },
    changed: (caseId: string) => void,
  ) {
    this.#wire = wire;
    this.#local = local;
    this.#changed = changed;
    if (!wire.shared) return;
    // Sent by `announce` below, in a process of the same version.
    wire.on("present", (message, from) => this.#heard(message as Present, from));
    setInterval(() => this.#repeat(), REPEAT_MS).unref();
  }

  online(caseId: string): string[] {
    const now = performance.now();
    const processes = [...(this.#others.get(caseId)?.values() ?? [])];
    return processes.flatMap(({ members, until }) => (until > now ? [...members] : []));
  }

  /** Tell the others who sits here now. */
  announce(caseId: string): void {
    if (!this.#wire.shared) return;
    const present: Present = { caseId, members: [...this.#local.online(caseId)] };
    this.#wire.send("present", present);
  }

  #heard({ caseId, members }: Present, from: string): void {
    const before = this.online(caseId).toSorted().join();
    const processes = this.#others.get(caseId) ?? new Map<string, { members: string[]; until: number }>();
    if (members.length > 0) processes.set(from, { members, until: performance.now() + BELIEVED_MS });
    else processes.delete(from);
    if (processes.size > 0) this.#others.set(caseId, processes);
    else this.#others.delete(caseId);
    if (this.online(caseId).toSorted().join() !== before) this.#changed(caseId);
  }

  #repeat(): void {
    for (const caseId of this.#local.cases()) this.announce(caseId);
    const now = performance.now();
    for (const [caseId, processes] of this.#others) {
      const gone = [...processes].filter(([, { until }]) => until <= now);
      for (const [from] of gone) processes.delete(from);
      if (processes.size === 0) this.#others.delete(caseId);
      if (gone.length > 0) this.#changed(caseId);
    }
  }
}
