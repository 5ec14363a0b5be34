import type { RoomEvent } from "../../shared/api/messages.ts";
import { Client } from "./client.ts";

/** The accounts of the demonstration. */
const USERNAMES = {
  admin: "admin",
  mediator: "mediator1",
  agent: "agent1",
  approver: "approver1",
  lawyer: "lawyer1",
} as const;

export type Cast = Record<keyof typeof USERNAMES, Client>;

/** What happens and what somebody sees of it. */
export type Tell = (who: string, what: string) => void;

export async function signInEverybody(url: string, password: string): Promise<Cast> {
  const signIn = (who: keyof Cast): Promise<Client> => Client.signIn(url, USERNAMES[who], password);
  return {
    admin: await signIn("admin"),
    mediator: await signIn("mediator"),
    agent: await signIn("agent"),
    approver: await signIn("approver"),
    lawyer: await signIn("lawyer"),
  };
}

/** Ask again until the answer fits: for what is done in the background. */
export async function until<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`after a minute of background work still ${JSON.stringify(answer).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export function yuan(fen: number): string {
  return `${(fen / 100).toLocaleString("zh-CN", { minimumFractionDigits: 2 })} 元`;
}

/** A stream in short: its numbers and what kinds of events are in it. */
export function digest(events: readonly RoomEvent[]): string {
  const kinds = new Map<string, number>();
  for (const { type } of events) kinds.set(type, (kinds.get(type) ?? 0) + 1);
  const counted = [...kinds].map(([type, count]) => (count === 1 ? type : `${type} ×${count}`));
  return `${events.length} events (${counted.join(", ")})`;
}
