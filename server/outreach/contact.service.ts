import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { REACHING_STAGES } from "../../shared/cases/abilities.ts";
import { contactRulesOn } from "../../shared/law/lawBook.ts";
import {
  callRefusal,
  CONTACT_POINTS,
  type ContactOutcome,
  type ContactPoint,
} from "../../shared/outreach/contactLimits.ts";
import { maskPhone } from "../../shared/parties/mask.ts";
import { onlyInStages, onlyMediatorOrCentreOfCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { LawService } from "../law/index.ts";
import type { Borrower, BorrowerService } from "../parties/index.ts";
import type { ContactRepository, ContactRow } from "./contact.repository.ts";

type Deps = {
  contacts: ContactRepository;
  cases: CaseService;
  borrowers: BorrowerService;
  journal: Journal;
  law: LawService;
};

/**
 * Calls to the borrower. A call is begun before it is made, so that the limits of the day refuse it in time; a call going
 * on counts as a conversation until its outcome is known.
 */
export class ContactService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Begin a call, or hear why not and when it will be possible. */
  async begin(
    tx: Tx,
    actor: Actor,
    caseId: string,
    point: ContactPoint,
  ): Promise<{ contactId: string; number: string }> {
    const { contacts, cases, borrowers, law } = this.#deps;
    const theCase = await cases.lock(tx, caseId);
    const { staffId: begunBy } = onlyMediatorOrCentreOfCase(actor, theCase);
    onlyInStages(theCase, REACHING_STAGES);
    const borrower = await borrowers.borrower(tx, theCase.borrowerId);
    const number = numberOf(borrower, point);
    if (number === null) throw new Refusal("not_found", "there is no such number of this person");
    await contacts.lockPerson(tx, borrower.idNumber);
    const onDate = shanghaiDateOf(tx.now);
    const today = await contacts.ofDay(tx, { idNumber: borrower.idNumber, number }, onDate);
    const refusal = callRefusal(tx.now, contactRulesOn(await law.book(tx), onDate), today);
    if (refusal !== null) {
      throw new Refusal("contact_not_now", `not now: ${refusal.reason}`, {
        params: { reason: refusal.reason, nextAt: refusal.nextAt.toISOString() },
      });
    }
    const id = uuid();
    await contacts.insert(tx, { id, caseId, point, number, onDate, begunBy });
    return { contactId: id, number, ...(await this.#view(tx, theCase, borrower)) };
  }

  /** Say how a call ended; said once. */
  async end(tx: Tx, actor: Actor, contactId: string, outcome: ContactOutcome): Promise<object> {
    const { contacts, cases, borrowers, journal } = this.#deps;
    const seen = await contacts.find(tx, contactId);
    if (!seen) throw noSuchContact();
    const theCase = await cases.lock(tx, seen.caseId);
    onlyMediatorOrCentreOfCase(actor, theCase);
    const contact = await contacts.find(tx, contactId);
    if (!contact) throw noSuchContact();
    if (contact.outcome !== null) throw new Refusal("already_answered", "how it ended was said before");
    const borrower = await borrowers.borrower(tx, theCase.borrowerId);
    await contacts.end(tx, contactId, outcome);
    const { point } = contact;
    await journal.append(tx, theCase.id, actor, [
      { type: "contact.ended", payload: { contactId, point, outcome } },
    ]);
    return await this.#view(tx, theCase, borrower);
  }

  /** The calls of a case, and which number may be called now. */
  async list(tx: Tx, actor: Actor, caseId: string): Promise<object> {
    const theCase = await this.#deps.cases.find(tx, caseId);
    onlyMediatorOrCentreOfCase(actor, theCase);
    return await this.#view(tx, theCase, await this.#deps.borrowers.borrower(tx, theCase.borrowerId));
  }

  async #view(tx: Tx, theCase: Case, borrower: Borrower): Promise<object> {
    const { contacts, law } = this.#deps;
    const day = shanghaiDateOf(tx.now);
    const rules = contactRulesOn(await law.book(tx), day);
    const points = [];
    for (const point of CONTACT_POINTS) {
      const number = numberOf(borrower, point);
      if (number === null) continue;
      const today = await contacts.ofDay(tx, { idNumber: borrower.idNumber, number }, day);
      points.push({ point, number: maskPhone(number), today, refusal: callRefusal(tx.now, rules, today) });
    }
    const items: ContactRow[] = await contacts.ofCase(tx, theCase.id);
    return { limits: rules.counts, points, items };
  }
}

function numberOf(borrower: Borrower, point: ContactPoint): string | null {
  return point === "phone" ? borrower.phone : borrower.altPhone;
}

function noSuchContact(): Refusal {
  return new Refusal("not_found", "no such call");
}
