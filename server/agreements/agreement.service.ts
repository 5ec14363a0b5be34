import { signingDeadline } from "../../shared/agreements/deadline.ts";
import {
  decideAgreement,
  type AgreementDecision,
  type AgreementStatus,
} from "../../shared/agreements/lifecycle.ts";
import { inTurn } from "../../shared/agreements/order.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import { onlyInStages, onlyMediatorOfCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { CurrentStatement } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Agreement, AgreementSignatureRow } from "./agreement.entity.ts";
import { noSuchAgreement, viewerOfAgreement } from "./agreement.policy.ts";
import type { AgreementRepository } from "./agreement.repository.ts";
import type { AgreementComposer } from "./composing.ts";
import type { SigningSettingsService } from "./signingSettings.service.ts";

/** What the parties have just agreed on, as the offers domain hands it over. */
export type AcceptedTerms = {
  theCase: Case;
  offer: { id: string; by: "borrower" | "platform" | "mediator" };
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
  readonly #composer: AgreementComposer;
  readonly #settings: SigningSettingsService;

  constructor(deps: {
    rows: AgreementRepository;
    cases: CaseService;
    journal: Journal;
    composer: AgreementComposer;
    settings: SigningSettingsService;
  }) {
    this.#rows = deps.rows;
    this.#cases = deps.cases;
    this.#journal = deps.journal;
    this.#composer = deps.composer;
    this.#settings = deps.settings;
  }

  /**
   * Compose the agreement in the transaction of the acceptance: when something is missing for it, the acceptance
   * is refused with a list of what, and nothing has happened.
   */
  async onTermsAccepted(tx: Tx, actor: Actor, accepted: AcceptedTerms): Promise<Agreement> {
    const { theCase, offer, terms, statement } = accepted;
    const { id: offerId, by: proposedBy } = offer;
    return await this.#composer.compose(tx, actor, { theCase, terms, statement, offerId, proposedBy });
  }

  /** Refuse terms of which no agreement could be composed today, before anybody is asked about them. */
  async onlyComposable(tx: Tx, actor: Actor, input: Omit<AcceptedTerms, "offer">): Promise<void> {
    await this.#composer.onlyComposable(tx, actor, input);
  }

  /** The mediator has read it through: it lies before the parties, in the centre's order and until its deadline. */
  async release(tx: Tx, actor: Actor, agreementId: string): Promise<AgreementInCase> {
    const { theCase, agreement } = await this.lock(tx, actor, agreementId);
    onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, ["signing"]);
    const status = decided(decideAgreement(agreement.status, "release"));
    const { settings } = await this.#settings.inForce(tx);
    const deadline = signingDeadline(tx.now, settings.deadlineDays);
    await this.#rows.change(tx, agreement, { status, releasedAt: tx.now, settings, deadline });
    await this.#journal.append(tx, theCase.id, actor, [
      { type: "agreement.released", payload: { agreementId } },
      { type: "agreement.turn", payload: { agreementId, parties: inTurn(settings.order, []) } },
    ]);
    return { theCase, agreement, signatures: [] };
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

  /** Those whose place others took, the oldest first. */
  supersededIn(tx: Tx, caseId: string): Promise<Agreement[]> {
    return this.#rows.supersededOf(tx, caseId);
  }

  /** Mark an agreement as superseded by the one that is now in force; the case is locked by the caller. */
  async supersede(tx: Tx, earlierId: string, by: Agreement): Promise<Agreement> {
    const earlier = await this.#rows.lock(tx, earlierId);
    if (!earlier) throw noSuchAgreement();
    await this.#rows.change(tx, earlier, { supersededBy: by.id, supersededAt: tx.now });
    await this.#rows.change(tx, by, { supersedes: earlier.id });
    return earlier;
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
}

/** The next status, or the lifecycle's refusal. */
export function decided(decision: AgreementDecision): AgreementStatus {
  if (!decision.ok) throw new Refusal(decision.code, "the agreement does not allow this now");
  return decision.to;
}
