import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { RoomEvent } from "../../shared/api/messages.ts";
import { appoint, arrive, importExport } from "./arrival.ts";
import { digest, signInEverybody, type Cast, type Tell } from "./cast.ts";
import type { Client } from "./client.ts";
import { freshSlice } from "./exportSlice.ts";
import { escalate, type Escalated } from "./packet.ts";
import { settle, type Settled } from "./settlement.ts";
import type { Secrets } from "./table.ts";

export type Walked = {
  cast: Cast;
  settlement: Settled & { caseId: string; borrower: Client };
  escalation: Escalated & { caseId: string; borrower: Client };
};
export type WalkOptions = {
  url: string;
  password: string;
  /** Where the documents and the data go. */
  out: string;
  tell: Tell;
  secrets?: Secrets;
  /** Which people of the export are met; the clock's by default, so that the walk can be taken again. */
  seed?: number;
};

const NO_SECRETS: Secrets = { caucus: "", note: "" };

/** The whole road twice: once to a settlement, once to a packet on a lawyer's desk. */
export async function walk(options: WalkOptions): Promise<Walked> {
  const { url, password, out, tell, secrets = NO_SECRETS, seed = Date.now() } = options;
  const cast = await signInEverybody(url, password);
  const slice = freshSlice(seed);
  await importExport(cast, slice, tell);

  tell("", "— to a settlement —");
  const settling = await appoint(cast, slice.settling, tell);
  const settler = await arrive(cast, settling, slice.settling, tell);
  const settled = await settle(cast, settling, settler, secrets, tell);

  tell("", "— to a packet —");
  const failing = await appoint(cast, slice.escalating, tell);
  const decliner = await arrive(cast, failing, slice.escalating, tell);
  const escalated = await escalate(cast, failing, decliner, secrets, tell);

  tell("", "— what each party saw —");
  mkdirSync(out, { recursive: true });
  for (const [name, caseId, borrower] of [
    ["settlement", settling, settler],
    ["packet", failing, decliner],
  ] as const) {
    const seen = await whatEachSaw(cast, caseId, borrower);
    for (const [who, events] of Object.entries(seen)) tell(who, `${name}: ${digest(events)}`);
    write(out, `${name}-seen.json`, json(seen));
  }
  write(out, "settlement.pdf", settled.pdf);
  write(out, "settlement.json", json(settled.data));
  write(out, "certificate.pdf", escalated.certificate);
  write(out, "packet.pdf", escalated.packet);
  write(out, "packet.zip", escalated.zip);
  write(out, "packet.json", json(escalated.data));
  return {
    cast,
    settlement: { ...settled, caseId: settling, borrower: settler },
    escalation: { ...escalated, caseId: failing, borrower: decliner },
  };
}

/** The stream of each party, read back page by page. */
async function whatEachSaw(
  cast: Cast,
  caseId: string,
  borrower: Client,
): Promise<Record<"borrower" | "platform" | "mediator", RoomEvent[]>> {
  return {
    borrower: await stream(borrower, caseId),
    platform: await stream(cast.agent, caseId),
    mediator: await stream(cast.mediator, caseId),
  };
}

async function stream(client: Client, caseId: string): Promise<RoomEvent[]> {
  const events: RoomEvent[] = [];
  for (;;) {
    const since = events.at(-1)?.n ?? 0;
    const page = await client.get<{ events: RoomEvent[]; more: boolean }>(
      `/api/cases/${caseId}/room/events?since=${since}`,
    );
    events.push(...page.events);
    if (!page.more) return events;
  }
}

function write(out: string, name: string, content: string | Uint8Array): void {
  writeFileSync(path.join(out, name), content);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
