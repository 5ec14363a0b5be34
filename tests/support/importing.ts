import { expect } from "chai";
import type { Client } from "./app.ts";

/** What the interface says of an import; only what tests look at. */
export type ImportView = {
  id: string;
  status: string;
  fileName: string;
  rowsRead: number;
  rowsGood: number;
  rowsFaulty: number;
  rowsKnown: number;
  rowsImported: number;
  casesCreated: number;
  recognised: Record<string, string>;
  missing: string[];
  unrecognised: { header: string; suggestions: string[] }[];
  thirdPerson: string[];
  failure: { code: string; text: string } | null;
  abilities: string[];
};

export async function uploadExport(
  client: Client,
  content: string | Buffer,
  fileName = "逾期账户.csv",
): Promise<ImportView> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const answer = await client.upload("/api/imports").attach("file", bytes, fileName);
  expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
  return answer.body as ImportView;
}

/** Asks until the background work has come to rest; `seen` hears every answer. */
export async function settled(
  client: Client,
  id: string,
  seen: (view: ImportView) => void = () => undefined,
): Promise<ImportView> {
  const deadline = Date.now() + 110_000;
  for (;;) {
    const { body } = await client.get(`/api/imports/${id}`).expect(200);
    const view = body as ImportView;
    seen(view);
    if (view.status !== "reading" && view.status !== "importing") return view;
    if (Date.now() > deadline) throw new Error(`still ${view.status} at row ${view.rowsRead}`);
  }
}

export async function importExport(client: Client, content: string | Buffer): Promise<ImportView> {
  const { id } = await uploadExport(client, content);
  await settled(client, id);
  await client.post(`/api/imports/${id}/confirm`).expect(200);
  return await settled(client, id);
}
