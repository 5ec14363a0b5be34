import { v7 as uuid } from "uuid";
import {
  decideAgreement,
  decideRefusal,
  type AgreementDecision,
  type AgreementStatus,
} from "../../shared/agreements/lifecycle.ts";
import { agreementNumber } from "../../shared/agreements/signing.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { onlyInStages, onlyMediatorOfCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { CurrentStatement } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Staff } from "../organisations/index.ts";
import { Agreement, type AgreementSignatureRow } from "./agreement.entity.ts";
import { noSuchAgreement, onlySigner, viewerOfAgreement } from "./agreement.policy.ts";
import type { AgreementRepository } from "./agreement.repository.ts";
import { composeAgreement } from "./agreementContent.ts";
import { agreementContentHash } from "./agreementHash.ts";
import { gatherFacts, type FactSources } from "./gatherFacts.ts";

/** What the parties have just agreed on, as the offers domain hands it over. */
export type AcceptedTerms = {
  theCase: Case;
  offer: { id: string };
  terms: Terms;
  statement: CurrentStatement;
};
export type AgreementInCase = {
  theCase: Case;
  agreement: Agreement;
  signatures: AgreementSignatureRow[];
};

/** From accepted terms to a text that lies before the parties. Signing and sealing have services of their own. */
export class AgreementService {
  readonly #rows: AgreementRepository;
  readonly #cases: CaseService;
  readonly #journal: Journal;
  readonly #sources: FactSources;

  constructor(rows: AgreementRepository, cases: CaseService, journal: Journal, sources: FactSources) {
    this.#rows = rows;
    this.#cases = cases;
    this.#journal = journal;
    this.#sources = sources;
  }

  /**
   * Compose the agreement in the transaction of the acceptance: when something is missing for it, the acceptance
   * is refused with a list of what, and nothing has happened.
   */
  async onTermsAccepted(tx: Tx, actor: Actor, accepted: AcceptedTerms): Promise<Agreement> {
    const { theCase, offer, terms, statement } = accepted;
    const number = agreementNumber(theCase.number, (await this.#rows.countOf(tx, theCase.id)) + 1);
    const signatory = await this.#signatory(tx, actor, theCase);
    const facts = await gatherFacts(tx, this.#sources, { theCase, terms, statement, number, signatory });
    const texts = await this.#sources.templates.ofVersion(tx, facts.templateVersion ?? 0);
    const composed = composeAgreement(facts, { stage: "review" }, texts);
    if (!composed.ok) throw incomplete(composed.missing);
    const agreement = Object.assign(new Agreement(), {
      id: uuid(),
      caseId: theCase.id,
      platformId: theCase.platformId,
      number,
      offerId: offer.id,
      status: decided(decideAgreement("none", "compose")),
      terms,
      termsHash: facts.termsHash,
      snapshot: { facts, content: composed.content, signatoryId: signatory.id },
      contentHash: agreementContentHash(composed.content),
      schedule: facts.schedule,
      totalFen: facts.schedule.totals.totalFen,
      composedAt: tx.now,
      releasedAt: null,
      sealedAt: null,
      sealedBy: null,
      documentSha256: null,
      pageCount: null,
      version: 1,
    });
    await this.#rows.insert(tx, agreement);
    const { id: agreementId, termsHash, contentHash } = agreement;
    await this.#journal.append(tx, theCase.id, actor, [
      { type: "agreement.composed", payload: { agreementId, number, termsHash, contentHash } },
    ]);
    return agreement;
  }

  /** The mediator has read it through: it lies before the parties for signature. */
  async release(tx: Tx, actor: Actor, agreementId: string): Promise<AgreementInCase> {
    const { theCase, agreement } = await this.lock(tx, actor, agreementId);
    onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, ["signing"]);
    const status = decided(decideAgreement(agreement.status, "release"));
    await this.#rows.change(tx, agreement, { status, releasedAt: tx.now });
    await this.#journal.append(tx, theCase.id, actor, [
      { type: "agreement.released", payload: { agreementId } },
    ]);
    return { theCase, agreement, signatures: [] };
  }

  /** A party will not sign, or the mediator takes the text back: the case returns to the table. */
  async refuse(tx: Tx, actor: Actor, agreementId: string, note: string | null): Promise<AgreementInCase> {
    const { theCase, agreement, signatures } = await this.lock(tx, actor, agreementId);
    const party = onlySigner(actor, theCase, agreement);
    onlyInStages(theCase, ["signing"]);
    const signedBy = signatures.map((signature) => signature.party);
    const status = decided(decideRefusal(agreement.status, signedBy, party));
    await this.#rows.change(tx, agreement, { status });
    const events: EventDraft[] = [{ type: "agreement.refused", payload: { agreementId, party } }];
    if (note !== null) {
      events.push({ type: "agreement.refusalExplained", payload: { agreementId, party, note } });
    }
    await this.#journal.append(tx, theCase.id, actor, events);
    await this.#cases.move(tx, actor, theCase, "refuse_signature");
    return { theCase, agreement, signatures };
  }

  /** The case ended while its agreement lay open: nobody can sign it any more. */
  async withdrawOpen(tx: Tx, caseId: string): Promise<void> {
    await this.#cases.lock(tx, caseId);
    const latest = await this.#rows.latestOf(tx, caseId);
    if (!latest) return;
    const decision = decideAgreement(latest.status, "withdraw");
    if (decision.ok) await this.#rows.change(tx, latest, { status: decision.to });
  }

  async view(tx: Tx, actor: Actor, agreementId: string): Promise<AgreementInCase> {
    const agreement = await this.#rows.find(tx, agreementId);
    if (!agreement) throw noSuchAgreement();
    return await this.#present(tx, actor, agreement);
  }

  /** The newest agreement of a case. */
  async ofCase(tx: Tx, actor: Actor, caseId: string): Promise<AgreementInCase> {
    const agreement = await this.#rows.latestOf(tx, caseId);
    if (!agreement) throw noSuchAgreement();
    return await this.#present(tx, actor, agreement);
  }

  /** The newest agreement in force in a case, for those that follow it up; null when there is none. */
  sealedOf(tx: Tx, caseId: string): Promise<Agreement | null> {
    return this.#rows.latestSealedOf(tx, caseId);
  }

  /** The agreement and its case, held until the transaction ends, for somebody who may see them. */
  async lock(tx: Tx, actor: Actor, agreementId: string): Promise<AgreementInCase> {
    const found = await this.#rows.find(tx, agreementId);
    if (!found) throw noSuchAgreement();
    const theCase = await this.#cases.lock(tx, found.caseId);
    const agreement = await this.#rows.lock(tx, agreementId);
    if (!agreement) throw noSuchAgreement();
    viewerOfAgreement(actor, theCase, agreement);
    return { theCase, agreement, signatures: await this.#rows.signaturesOf(tx, agreementId) };
  }

  async #present(tx: Tx, actor: Actor, agreement: Agreement): Promise<AgreementInCase> {
    const theCase = await this.#cases.find(tx, agreement.caseId);
    viewerOfAgreement(actor, theCase, agreement);
    return { theCase, agreement, signatures: await this.#rows.signaturesOf(tx, agreement.id) };
  }

  /** The approver who accepted or put the terms signs for the platform; else the first by name. */
  async #signatory(tx: Tx, actor: Actor, theCase: Case): Promise<Staff> {
    const staff = await this.#sources.organisations.staffOf(tx, theCase.platformId);
    const approvers = staff.filter((member) => member.role === "platform_approver");
    const own = approvers.find((member) => actor.kind === "staff" && member.id === actor.staffId);
    const signatory = own ?? approvers[0];
    if (!signatory) throw incomplete([{ field: "/platform/signatory", why: "missing" }]);
    return signatory;
  }
}

/** The next status, or the lifecycle's refusal. */
export function decided(decision: AgreementDecision): AgreementStatus {
  if (!decision.ok) throw new Refusal(decision.code, "the agreement does not allow this now");
  return decision.to;
}

function incomplete(missing: readonly { field: string; why: string; detail?: string }[]): Refusal {
  return new Refusal("document_incomplete", "the agreement cannot be drawn up yet", {
    errors: missing.map(({ field, why, detail }) => ({ pointer: field, code: why, detail: detail ?? why })),
  });
}
