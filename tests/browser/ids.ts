import { rows } from "../../server/database/sql.ts";
import type { Client, TestApp } from "../support/app.ts";

/** The case of a borrower of this name; the demonstration has no two of one name. */
export async function idNamed(app: TestApp, name: string): Promise<string> {
  const found = await app.tx((tx) =>
    rows<{ id: string }>(
      tx.manager,
      `SELECT c.id FROM "case" c JOIN borrower b ON b.id = c.borrower_id WHERE b.name = $1`,
      [name],
    ),
  );
  const [only] = found;
  if (found.length !== 1 || !only) throw new Error(`${found.length} cases of ${name}`);
  return only.id;
}

/** The first of a list that stands as asked. */
export async function itemId(client: Client, path: string, status: string): Promise<string> {
  const { body } = await client.get(path).expect(200);
  const items = (body as { items: { id: string; status: string }[] }).items;
  const found = items.find((item) => item.status === status);
  if (!found) throw new Error(`nothing ${status} in ${path}`);
  return found.id;
}
