import {
  decideAgreement,
  decideRefusal,
  decideWithdrawal,
  type Withdrawer,
} from "../../shared/agreements/lifecycle.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import { onlyInStages, onlyMediatorOfCase, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { StatementService } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import { onlySigner, onlyWithdrawer, refuserOf } from "./agreement.policy.ts";
import type { AgreementRepository } from "./agreement.repository.ts";
import { decided, type AgreementInCase, type AgreementService } from "./agreement.service.ts";
import type { AgreementComposer, ToCompose } from "./composing.ts";
import type { Device } from "./device.ts";
import { idOf, partiesOf } from "./signer.ts";
import type { SigningTrail } from "./signingTrail.ts";

const NO_DEVICE: Device = { ip: "-", userAgent: "-" };

/** Every way in which a text ends before it is sealed. Whatever was signed on it counts no more, and all hear so. */
export class EndingService {
  readonly #deps: {
    agreements: AgreementService;
    rows: AgreementRepository;
    cases: CaseService;
    journal: Journal;
    trail: SigningTrail;
    composer: AgreementComposer;
    statements: StatementService;
  };

  constructor(deps: {
    agreements: AgreementService;
    rows: AgreementRepository;
    cases: CaseService;
    journal: Journal;
    trail: SigningTrail;
    composer: AgreementComposer;
    statements: StatementService;
  }) {
    this.#deps = deps;
  }

  /** A party will not sign, or the mediator takes the text back: the case returns to the table. */
  async refuse(
    tx: Tx,
    actor: Actor,
    agreementId: string,
    note: string | null,
    device: Device = NO_DEVICE,
  ): Promise<AgreementInCase> {
    const { agreements, rows, journal, cases, trail } = this.#deps;
    const found = await agreements.lock(tx, actor, agreementId);
    const { theCase, agreement, signatures } = found;
    const party = refuserOf(actor, theCase, agreement) ?? onlySigner(actor, theCase, agreement);
    onlyInStages(theCase, ["signing"]);
    const status = decided(decideRefusal(agreement.status, partiesOf(signatures), party));
    await rows.change(tx, agreement, { status });
    const signer = { actor, party, personId: idOf(actor), device };
    await trail.record(tx, signer, agreement, { kind: "refused", details: { reasonGiven: note ? 1 : 0 } });
    const events: EventDraft[] = [{ type: "agreement.refused", payload: { agreementId, party } }];
    if (note !== null) {
      events.push({ type: "agreement.refusalExplained", payload: { agreementId, party, note } });
    }
    await journal.append(tx, theCase.id, actor, events);
    await cases.move(tx, actor, theCase, "refuse_signature");
    return found;
  }

  /** Its proposer, the mediator or the centre takes back what is not sealed, and says why to all. */
  async withdraw(tx: Tx, actor: Actor, agreementId: string, reason: string): Promise<AgreementInCase> {
    const { agreements, rows, journal, cases } = this.#deps;
    const found = await agreements.lock(tx, actor, agreementId);
    const { theCase, agreement, signatures } = found;
    const by: Withdrawer = onlyWithdrawer(actor, theCase, agreement);
    onlyInStages(theCase, ["signing"]);
    const status = decided(decideWithdrawal(agreement.status, by));
    await rows.change(tx, agreement, { status });
    const payload = { agreementId, by, signedBy: partiesOf(signatures), reason };
    await journal.append(tx, theCase.id, actor, [{ type: "agreement.withdrawn", payload }]);
    await cases.move(tx, actor, theCase, "refuse_signature");
    return found;
  }

  /**
   * The mediator has the text drawn up anew from the same terms, because what it says of the case is no longer right.
   * Every signature on the old one is void; the new one is read, released and signed from the beginning.
   */
  async change(tx: Tx, actor: Actor, agreementId: string, reason: string): Promise<AgreementInCase> {
    const { agreements, rows, journal, composer, statements } = this.#deps;
    const { theCase, agreement, signatures } = await agreements.lock(tx, actor, agreementId);
    onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, ["signing"]);
    const status = decided(decideAgreement(agreement.status, "change"));
    const statement = await statements.current(tx, theCase.id);
    if (statement.statement.hash !== agreement.terms.statementHash) {
      throw new Refusal("terms_changed", "the statement changed since the terms were agreed");
    }
    const { terms, offerId, proposedBy } = agreement;
    const input: ToCompose = { theCase, terms, statement, offerId, proposedBy, replaces: agreement };
    if (!(await composer.wouldDiffer(tx, actor, agreement, input))) {
      throw new Refusal("unprocessable", "the text would be the same; correct the case first", {
        errors: [{ pointer: "/reason", code: "nothing_changed", detail: "the text would be the same" }],
      });
    }
    await rows.change(tx, agreement, { status });
    const next = await composer.compose(tx, actor, input);
    const payload = { agreementId, nextId: next.id, signedBy: partiesOf(signatures), reason };
    await journal.append(tx, theCase.id, actor, [{ type: "agreement.voided", payload }]);
    return { theCase, agreement: next, signatures: [] };
  }

  /** The case ended while its agreement lay open: nobody can sign it any more. */
  async withdrawOpen(tx: Tx, caseId: string): Promise<void> {
    const { rows, cases } = this.#deps;
    await cases.lock(tx, caseId);
    const latest = await rows.latestOf(tx, caseId);
    if (!latest) return;
    const decision = decideAgreement(latest.status, "withdraw");
    if (decision.ok) await rows.change(tx, latest, { status: decision.to });
  }
}
