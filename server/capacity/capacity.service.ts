import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { assess, type Assessment } from "../../shared/capacity/assess.ts";
import type { LineKey } from "../../shared/capacity/lines.ts";
import { EMPTY_DRAFT, type CapacityDraft } from "../../shared/capacity/statement.ts";
import { submitStatement, verifyLine } from "../../shared/capacity/submission.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { onlyBorrowerOfCase, onlyMediatorOfCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import { CapacityStatementRow } from "./capacity.entity.ts";
import { factsOf, onlyBorrowerOrMediator, onlyIfAble } from "./capacity.policy.ts";
import { presentToBorrower, presentToMediator } from "./capacity.presenter.ts";
import type { CapacityRepository } from "./capacity.repository.ts";
import type { Verdict } from "./capacity.schemas.ts";

export type KnownCapacity = { perMonthFen: Fen; advice: Assessment["advice"] };

/** What this domain asks of those who keep documents. */
export type ExhibitDesk = {
  /** The ids of the documents of a case that borrower and mediator may both read and nobody withdrew. */
  readableByBoth(tx: Tx, actor: Actor, caseId: string): Promise<ReadonlySet<string>>;
};

/** What the borrower can pay: filled in by the borrower, looked at by the mediator, and seen by nobody else. */
export class CapacityService {
  readonly #deps: { rows: CapacityRepository; cases: CaseService; journal: Journal; exhibits: ExhibitDesk };

  constructor(deps: {
    rows: CapacityRepository;
    cases: CaseService;
    journal: Journal;
    exhibits: ExhibitDesk;
  }) {
    this.#deps = deps;
  }

  async view(tx: Tx, actor: Actor, caseId: string): Promise<object> {
    const theCase = await this.#deps.cases.find(tx, caseId);
    const viewer = onlyBorrowerOrMediator(actor, theCase);
    const row = await this.#deps.rows.find(tx, caseId);
    const assessment = await this.#assess(tx, row);
    if (viewer === "mediator") return presentToMediator(theCase, row, assessment);
    return presentToBorrower(theCase, row, assessment, actorMay(actor, "capacity:fill"));
  }

  /**
   * What a party of the case may know of the figure of a month: all of it for borrower and mediator, for the platform what the
   * borrower shared and nothing beside it. Null when there is nothing to know.
   */
  async knownTo(tx: Tx, caseId: string, party: Party): Promise<KnownCapacity | null> {
    const row = await this.#deps.rows.find(tx, caseId);
    if (party === "platform") {
      return typeof row?.sharedFen === "number" ? { perMonthFen: row.sharedFen, advice: null } : null;
    }
    const assessment = await this.#assess(tx, row);
    return assessment && { perMonthFen: assessment.worst.capacityFen, advice: assessment.advice };
  }

  /** Keep the draft as it stands. Nothing has happened to the case yet, so nothing is recorded. */
  async save(
    tx: Tx,
    actor: Actor,
    { caseId, version, ...draft }: CapacityDraft & { caseId: string; version: number },
  ): Promise<object> {
    const theCase = await this.#lockForBorrower(tx, actor, caseId);
    const row = (await this.#deps.rows.find(tx, caseId)) ?? emptyRow(caseId);
    onlyIfAble("save", "borrower", factsOf(theCase, row));
    onlyVersion(row.version, version);
    await this.#onlyReadableExhibits(tx, actor, row, draft);
    Object.assign(row, { draft, version: row.version + 1, savedAt: tx.now });
    await this.#deps.rows.save(tx, row);
    return presentToBorrower(theCase, row, await this.#assess(tx, row));
  }

  /** Hand the draft in to the mediator. */
  async submit(tx: Tx, actor: Actor, input: { caseId: string; version: number }): Promise<object> {
    const { caseId } = input;
    const theCase = await this.#lockForBorrower(tx, actor, caseId);
    const row = await this.#deps.rows.find(tx, caseId);
    onlyIfAble("submit", "borrower", factsOf(theCase, row));
    onlyVersion(row?.version ?? 0, input.version);
    const outcome = submitStatement(row?.draft ?? EMPTY_DRAFT, row?.submitted ?? null);
    if (!outcome.ok) throw notComplete(outcome.problems);
    if (!row) throw new Error("a draft nobody saved cannot be complete");
    const version = (row.submittedVersion ?? 0) + 1;
    Object.assign(row, { submitted: outcome.statement, submittedVersion: version, submittedAt: tx.now });
    await this.#deps.rows.save(tx, row);
    await this.#deps.journal.append(tx, caseId, actor, [
      { type: "capacity.submitted", payload: { version } },
    ]);
    return presentToBorrower(theCase, row, await this.#assess(tx, row));
  }

  /** What the mediator makes of one line of what was handed in. */
  async verifyLine(tx: Tx, actor: Actor, input: Verdict & { caseId: string; key: LineKey }): Promise<object> {
    const { caseId, key, evidence, remark, exhibitId } = input;
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyMediatorOfCase(actor, theCase);
    const row = await this.#deps.rows.find(tx, caseId);
    onlyIfAble("verify", "mediator", factsOf(theCase, row));
    if (!row?.submitted) throw new Error("able to verify, yet nothing handed in");
    onlyVersion(row.submittedVersion ?? 0, input.version);
    if (exhibitId !== null) await this.#onlyReadable(tx, actor, caseId, [["/exhibitId", exhibitId]]);
    const verified = verifyLine(row.submitted, key, { evidence, remark, exhibitId });
    if (!verified) throw new Refusal("not_found", "the statement has no such line");
    row.submitted = verified;
    await this.#deps.rows.save(tx, row);
    await this.#deps.journal.append(tx, caseId, actor, [
      { type: "capacity.lineVerified", payload: { key, evidence } },
    ]);
    return presentToMediator(theCase, row, await this.#assess(tx, row));
  }

  /** Let everybody know the one figure that comes out, because the borrower chose so. */
  async share(tx: Tx, actor: Actor, input: { caseId: string; perMonthFen: number }): Promise<object> {
    const { caseId, perMonthFen } = input;
    const theCase = await this.#lockForBorrower(tx, actor, caseId);
    const row = await this.#deps.rows.find(tx, caseId);
    onlyIfAble("share", "borrower", factsOf(theCase, row));
    const assessment = await this.#assess(tx, row);
    const capacityFen = assessment?.worst.capacityFen;
    if (!row || capacityFen === undefined || capacityFen !== perMonthFen)
      throw new Refusal("version_conflict", "the figure has changed; look at it again");
    Object.assign(row, { sharedFen: capacityFen, sharedAt: tx.now });
    await this.#deps.rows.save(tx, row);
    await this.#deps.journal.append(tx, caseId, actor, [
      { type: "capacity.shared", payload: { perMonthFen } },
    ]);
    return presentToBorrower(theCase, row, assessment);
  }

  async #lockForBorrower(tx: Tx, actor: Actor, caseId: string): Promise<Case> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyBorrowerOfCase(actor, theCase);
    return theCase;
  }

  async #assess(tx: Tx, row: CapacityStatementRow | null): Promise<Assessment | null> {
    if (!row?.submitted) return null;
    return assess(row.submitted, await this.#deps.rows.floors(tx), shanghaiDateOf(tx.now));
  }

  /** Only what is named anew: a document withdrawn since must not stop the draft from being kept. */
  async #onlyReadableExhibits(
    tx: Tx,
    actor: Actor,
    { caseId, draft: before }: CapacityStatementRow,
    { lines }: CapacityDraft,
  ): Promise<void> {
    const known = new Set(before.lines.map(({ exhibitId }) => exhibitId));
    const named = lines.flatMap(({ exhibitId }, index): [string, string][] =>
      exhibitId === null || known.has(exhibitId) ? [] : [[`/lines/${index}/exhibitId`, exhibitId]],
    );
    if (named.length > 0) await this.#onlyReadable(tx, actor, caseId, named);
  }

  async #onlyReadable(
    tx: Tx,
    actor: Actor,
    caseId: string,
    named: readonly [pointer: string, exhibitId: string][],
  ): Promise<void> {
    const readable = await this.#deps.exhibits.readableByBoth(tx, actor, caseId);
    const errors = named
      .filter(([, exhibitId]) => !readable.has(exhibitId))
      .map(([pointer]) => ({ pointer, code: "unknown", detail: "this case has no such document" }));
    if (errors.length > 0) throw new Refusal("unprocessable", "a document is not there", { errors });
  }
}

function emptyRow(caseId: string): CapacityStatementRow {
  return Object.assign(new CapacityStatementRow(), {
    caseId,
    version: 0,
    draft: EMPTY_DRAFT,
    submitted: null,
    submittedVersion: null,
    submittedAt: null,
    sharedFen: null,
    sharedAt: null,
  });
}

function onlyVersion(actual: number, expected: number): void {
  if (actual !== expected)
    throw new Refusal("version_conflict", "it was changed meanwhile; look at it again");
}

function notComplete(problems: readonly { pointer: string; code: string }[]): Refusal {
  const detail = "answer this before handing the statement in";
  return new Refusal("unprocessable", "something is still open", {
    errors: problems.map((problem) => ({ ...problem, detail })),
  });
}
