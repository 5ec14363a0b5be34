import { type Ack, type RoomCommand, RoomRefusal } from "./protocol.ts";

export type DeliveryState = "sending" | "sent" | "failed";

/** A command of this person as the page may show it: on its way, committed, or failed with a reason. */
export interface OutboxEntry {
  readonly command: RoomCommand;
  readonly state: DeliveryState;
  readonly error?: RoomRefusal;
  /** Its number in this viewer's stream, once committed. */
  readonly n?: number;
}

interface Slot {
  entry: OutboxEntry;
  readonly settle: Settlement;
}

interface Settlement {
  readonly promise: Promise<Ack>;
  readonly resolve: (ack: Ack) => void;
  readonly reject: (refusal: RoomRefusal) => void;
}

/**
 * The commands of one room in the order they were given. Only the first unanswered one is on the wire, so the order
 * a person wrote in is the order of the record even when the line breaks between two of them.
 */
export class Outbox {
  private slots: Slot[] = [];

  add(command: RoomCommand): Promise<Ack> {
    const known = this.slots.find((slot) => slot.entry.command.id === command.id);
    if (known && known.entry.state !== "failed") return known.settle.promise;
    this.slots = this.slots.filter((slot) => slot !== known);
    const slot: Slot = { entry: { command, state: "sending" }, settle: withResolvers() };
    this.slots.push(slot);
    return slot.settle.promise;
  }

  /** The command to put on the wire now. */
  head(): RoomCommand | undefined {
    return this.slots.find((slot) => slot.entry.state === "sending")?.entry.command;
  }

  /** A commit counts even after this side had given up waiting for it. */
  answered(id: string, ack: Ack): void {
    const slot = this.find(id);
    if (!slot || slot.entry.state === "sent") return;
    if (ack.error) return this.fail(id, new RoomRefusal(ack.error));
    const { command } = slot.entry;
    slot.entry = { command, state: "sent", ...(ack.n === undefined ? {} : { n: ack.n }) };
    slot.settle.resolve(ack);
  }

  fail(id: string, error: RoomRefusal): void {
    const slot = this.find(id);
    if (!slot || slot.entry.state !== "sending") return;
    slot.entry = { ...slot.entry, state: "failed", error };
    slot.settle.reject(error);
  }

  failAll(error: RoomRefusal): void {
    for (const { entry } of this.slots) this.fail(entry.command.id, error);
  }

  discard(id: string): void {
    this.slots = this.slots.filter((slot) => slot.entry.command.id !== id || slot.entry.state === "sending");
  }

  isSending(id: string): boolean {
    return this.find(id)?.entry.state === "sending";
  }

  failedCommand(id: string): RoomCommand | undefined {
    const entry = this.find(id)?.entry;
    return entry?.state === "failed" ? entry.command : undefined;
  }

  /** Forgets what was committed and is by now shown as part of the history. */
  forgetShown(lastN: number): void {
    this.slots = this.slots.filter(({ entry }) => entry.state !== "sent" || (entry.n ?? 0) > lastN);
  }

  entries(): readonly OutboxEntry[] {
    return this.slots.map((slot) => slot.entry);
  }

  private find(id: string): Slot | undefined {
    return this.slots.find((slot) => slot.entry.command.id === id);
  }
}

function withResolvers(): Settlement {
  let resolve: (ack: Ack) => void = () => undefined;
  let reject: (refusal: RoomRefusal) => void = () => undefined;
  const promise = new Promise<Ack>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // A page may show the failed entry without ever awaiting the promise.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
