import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { FactList, FactRecordView } from "../../shared/facts/factView.ts";
import { decideRecord, recordNumber } from "../../shared/facts/record.ts";
import { onlyInStages, onlyMediatorOfCase, type Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { StatementService } from "../debts/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import { FactRecord, type Fact, type FactRecordSignature } from "./fact.entity.ts";
import { FACT_STAGES, isOpenFor, RECORD_STAGES } from "./fact.policy.ts";
import { presentFact, presentRecord } from "./fact.presenter.ts";
import type { FactService } from "./fact.service.ts";
import type { FactDesk } from "./factDesk.ts";
import { composeFactRecord, recordHash, type FactRecordFacts } from "./factRecordContent.ts";

type Deps = {
  desk: FactDesk;
  facts: FactService;
  statements: StatementService;
  organisations: OrganisationService;
  borrowers: BorrowerService;
};

/** What both have confirmed becomes a text, which both sign or nobody. */
export class RecordService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Everything a party sees of the facts of a case. */
  async list(tx: Tx, actor: Actor, caseId: string): Promise<FactList> {
    const { desk, facts } = this.#deps;
    const { theCase, party } = await desk.find(tx, actor, caseId);
    const all = await desk.rows.ofCase(tx, caseId);
    const running = await desk.rows.runningRecord(tx, caseId);
    const signed = (await desk.rows.signedRecords(tx, caseId)).toReversed();
    const records = [...(running === null ? [] : [running]), ...signed];
    const signatures = await desk.rows.signaturesOf(
      tx,
      records.map(({ id }) => id),
    );
    const present = (record: FactRecord) => presentRecord(actor, theCase, record, signatures);
    const proposes = isOpenFor(theCase, FACT_STAGES);
    const drafts = party === "mediator" && isOpenFor(theCase, RECORD_STAGES);
    return {
      items: all.map((fact) => presentFact(party, theCase, fact)),
      drawn: proposes ? await facts.drawn(tx, caseId, all) : [],
      record: running === null ? null : present(running),
      signed: signed.map(present),
      abilities: [
        ...(proposes ? (["propose"] as const) : []),
        ...(drafts && all.some(isConfirmed) ? (["draft_record"] as const) : []),
      ],
    };
  }

  /** Draw up the record of everything that is confirmed and in no record yet; one still unsigned is void. */
  async draft(tx: Tx, actor: Actor, caseId: string): Promise<FactRecordView> {
    const { desk } = this.#deps;
    const { theCase } = await desk.lockCase(tx, actor, caseId);
    const mediator = onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, RECORD_STAGES);
    const running = await desk.rows.runningRecord(tx, caseId);
    const decision = decideRecord(running?.status ?? "none", "draft");
    if (!decision.ok) throw new Refusal(decision.code, "a record cannot be drawn up now");
    const confirmed = (await desk.rows.ofCase(tx, caseId)).filter(isConfirmed);
    const serial = (await desk.rows.countRecords(tx, caseId)) + 1;
    const facts = await this.#gather(tx, theCase, { confirmed, serial, mediator: mediator.name });
    const composed = composeFactRecord(facts);
    if (!composed.ok) {
      const errors = composed.missing.map(({ field, why }) => ({ pointer: field, code: why, detail: why }));
      throw new Refusal("document_incomplete", "the record cannot be drawn up yet", { errors });
    }
    if (running !== null) await desk.voidRecord(tx, actor, running, "drafted_anew");
    const record = Object.assign(new FactRecord(), {
      id: uuid(),
      caseId,
      number: facts.number,
      serial,
      status: decision.to,
      facts,
      contentHash: recordHash(facts),
      draftedBy: mediator.staffId,
      draftedAt: tx.now,
      signedAt: null,
      documentSha256: null,
      pageCount: null,
      version: 1,
    });
    await desk.rows.insertRecord(tx, record);
    const { id: recordId, number, contentHash } = record;
    await desk.write(tx, actor, caseId, {
      type: "factRecord.drafted",
      payload: { recordId, number, count: confirmed.length, contentHash },
    });
    return presentRecord(actor, theCase, record, []);
  }

  async void(tx: Tx, actor: Actor, recordId: string): Promise<FactRecordView> {
    const { desk } = this.#deps;
    const { theCase, record } = await desk.lockRecord(tx, actor, recordId);
    onlyMediatorOfCase(actor, theCase);
    onlyInStages(theCase, RECORD_STAGES);
    await desk.voidRecord(tx, actor, record, "mediator");
    const signatures: FactRecordSignature[] = await desk.rows.signaturesOf(tx, [recordId]);
    return presentRecord(actor, theCase, record, signatures);
  }

  async #gather(
    tx: Tx,
    theCase: Case,
    { confirmed, serial, mediator }: { confirmed: readonly Fact[]; serial: number; mediator: string },
  ): Promise<FactRecordFacts> {
    const { organisations, borrowers, statements } = this.#deps;
    const centre = await organisations.organisation(tx, theCase.centreId);
    const platform = await organisations.organisation(tx, theCase.platformId);
    const borrower = await borrowers.borrower(tx, theCase.borrowerId);
    const debts = await statements.debts(tx, theCase.id);
    return {
      number: recordNumber(theCase.number, serial),
      caseNumber: theCase.number,
      draftedAt: tx.now.toISOString(),
      draftedOn: shanghaiDateOf(tx.now),
      centre: { name: centre.name, address: centre.address, phone: centre.phone },
      mediator,
      platform: { name: platform.name, creditCode: platform.registrationNumber },
      borrower: { name: borrower.name, idNumber: borrower.idNumber },
      contractNumbers: [...new Set(debts.map(({ contractNumber }) => contractNumber))],
      facts: confirmed.map(({ id, text }) => ({ factId: id, text })),
    };
  }
}

function isConfirmed({ status }: Fact): boolean {
  return status === "confirmed";
}
