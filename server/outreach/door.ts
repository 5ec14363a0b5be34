import { Refusal } from "../../shared/api/refusal.ts";
import type { BorrowerActor, Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { RepresentativeService } from "../representatives/index.ts";
import type { Addressee } from "./notice.service.ts";

/** Who may come in by a case's doors on the borrower's side: the borrower, and those who act for them today. */
export class Door {
  readonly #borrowers: BorrowerService;
  readonly #representatives: RepresentativeService;

  constructor(borrowers: BorrowerService, representatives: RepresentativeService) {
    this.#borrowers = borrowers;
    this.#representatives = representatives;
  }

  /** The person whose door it is. Whoever acts no more is refused like a link that has run out. */
  async personOf(tx: Tx, theCase: Case, representativeId: string | null): Promise<Addressee> {
    if (representativeId === null) return await this.#borrowers.borrower(tx, theCase.borrowerId);
    const found = await this.#representatives.inForce(tx, representativeId);
    if (found?.caseId !== theCase.id) {
      throw new Refusal("invitation_expired", "this power of attorney no longer holds");
    }
    return { name: found.name, phone: found.phone, email: null, idNumber: found.idNumber };
  }

  /** Everybody who acts for the borrower of a case today. */
  async others(tx: Tx, caseId: string): Promise<{ id: string; person: Addressee }[]> {
    const found = await this.#representatives.inForceOf(tx, caseId);
    return found.map(({ id, name, phone, idNumber }) => ({
      id,
      person: { name, phone, email: null, idNumber },
    }));
  }

  /** The actor behind a door that was opened, today; null when it holds no more. */
  async actorOf(
    tx: Tx,
    identity: { borrowerId: string; caseId: string; representativeId?: string },
  ): Promise<BorrowerActor | null> {
    const { borrowerId, caseId, representativeId } = identity;
    const base = { kind: "borrower" as const, borrowerId, caseId };
    if (representativeId === undefined) {
      const borrower = await this.#borrowers.find(tx, borrowerId);
      return borrower && { ...base, name: borrower.name };
    }
    const found = await this.#representatives.inForce(tx, representativeId);
    if (found?.caseId !== caseId) return null;
    return { ...base, name: found.name, representative: { id: found.id, scope: found.scope } };
  }
}
