import type { Tx } from "../database/transaction.ts";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import { OfferDraft } from "./offerDraft.entity.ts";

/** Drafts by the mediator, as rows. */
export class OfferDraftRepository {
  insert(tx: Tx, draft: OfferDraft): Promise<OfferDraft> {
    return tx.manager.save(draft);
  }

  find(tx: Tx, id: string): Promise<OfferDraft | null> {
    return tx.manager.findOneBy(OfferDraft, { id });
  }

  lock(tx: Tx, id: string): Promise<OfferDraft | null> {
    return tx.manager.findOne(OfferDraft, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  /** All drafts of a case, the newest first. */
  ofCase(tx: Tx, caseId: string): Promise<OfferDraft[]> {
    return tx.manager.find(OfferDraft, { where: { caseId }, order: { createdAt: "DESC", id: "DESC" } });
  }

  open(tx: Tx, caseId: string, side: OfferSide): Promise<OfferDraft | null> {
    return tx.manager.findOneBy(OfferDraft, { caseId, for: side, status: "open" });
  }

  async change(
    tx: Tx,
    draft: OfferDraft,
    fields: Pick<OfferDraft, "status" | "decidedByName" | "decidedAt">,
  ): Promise<void> {
    Object.assign(draft, fields);
    await tx.manager.update(OfferDraft, { id: draft.id }, fields);
  }
}
