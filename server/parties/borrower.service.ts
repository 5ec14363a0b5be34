import { Refusal } from "../../shared/api/refusal.ts";
import type { BorrowerDetails } from "../../shared/parties/borrowerDetails.ts";
import type { Tx } from "../database/transaction.ts";
import type { Borrower } from "./borrower.entity.ts";
import type { BorrowerRepository } from "./borrower.repository.ts";

/** The people who owe. Whoever asks has been authorised on the case the person belongs to. */
export class BorrowerService {
  readonly #rows: BorrowerRepository;

  constructor(rows: BorrowerRepository) {
    this.#rows = rows;
  }

  async borrower(tx: Tx, id: string): Promise<Borrower> {
    const borrower = await this.#rows.find(tx, id);
    if (!borrower) throw new Refusal("not_found", "no such borrower");
    return borrower;
  }

  /** Null instead of a refusal: for a session whose borrower may be gone. */
  find(tx: Tx, id: string): Promise<Borrower | null> {
    return this.#rows.find(tx, id);
  }

  /** The id of each borrower by identity number, added or brought up to date. */
  upsertMany(tx: Tx, platformId: string, people: readonly BorrowerDetails[]): Promise<Map<string, string>> {
    return this.#rows.upsertMany(tx, platformId, people);
  }
}
