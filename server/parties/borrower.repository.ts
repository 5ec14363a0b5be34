import { v7 as uuid } from "uuid";
import type { BorrowerDetails } from "../../shared/parties/borrowerDetails.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Borrower } from "./borrower.entity.ts";

/** Borrowers, as rows. */
export class BorrowerRepository {
  find(tx: Tx, id: string): Promise<Borrower | null> {
    return tx.manager.findOneBy(Borrower, { id });
  }

  /**
   * Add borrowers of one platform or bring them up to date, in one statement; answers the id for each
   * identity number. What a later export leaves empty stays as it was.
   */
  async upsertMany(
    tx: Tx,
    platformId: string,
    people: readonly BorrowerDetails[],
  ): Promise<Map<string, string>> {
    const found = await rows<{ id: string; id_number: string }>(
      tx.manager,
      `INSERT INTO borrower AS b (id, platform_id, name, id_number, phone, alt_phone, email,
         registered_address, residential_address, created_at)
       SELECT p.id, $1, p.name, p."idNumber", p.phone, p."altPhone", p.email, p."registeredAddress",
         p."residentialAddress", $3
       FROM jsonb_to_recordset($2::jsonb) AS p(id uuid, name text, "idNumber" text, phone text, "altPhone" text,
         email text, "registeredAddress" text, "residentialAddress" text)
       ON CONFLICT (platform_id, id_number) DO UPDATE SET
         name = excluded.name,
         phone = excluded.phone,
         alt_phone = coalesce(excluded.alt_phone, b.alt_phone),
         email = coalesce(excluded.email, b.email),
         registered_address = coalesce(excluded.registered_address, b.registered_address),
         residential_address = coalesce(excluded.residential_address, b.residential_address),
         version = b.version + 1
       RETURNING id, id_number`,
      [platformId, JSON.stringify(people.map((person) => ({ ...person, id: uuid() }))), tx.now],
    );
    return new Map(found.map((row) => [row.id_number, row.id]));
  }
}
