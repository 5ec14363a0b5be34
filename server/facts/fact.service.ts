import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { lineStanding } from "../../shared/debts/lineStanding.ts";
import { drawnFacts, type DrawnFact } from "../../shared/facts/drawnFacts.ts";
import type { FactView } from "../../shared/facts/factView.ts";
import {
  answersToWordsOf,
  decideFact,
  MAX_FACTS,
  standingOf,
  type FactAct,
  type FactAnswer,
  type FactSide,
  type FactState,
} from "../../shared/facts/lifecycle.ts";
import { onlyInStages } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { LineService, StatementService } from "../debts/index.ts";
import { Fact, type FactWord } from "./fact.entity.ts";
import { FACT_STAGES, onlyAnsweringSide, onlyEditor, stateOf } from "./fact.policy.ts";
import type { FactDesk } from "./factDesk.ts";

/** Somebody's own words, or a statement the data of the case makes. */
export type NewFact = { text: string } | { dataKey: string };

/** The running list: anybody puts a statement of fact, both sides say whether it is so, one by one. */
export class FactService {
  readonly #desk: FactDesk;
  readonly #statements: StatementService;
  readonly #lines: LineService;

  constructor(deps: { desk: FactDesk; statements: StatementService; lines: LineService }) {
    this.#desk = deps.desk;
    this.#statements = deps.statements;
    this.#lines = deps.lines;
  }

  async propose(tx: Tx, actor: Actor, input: { caseId: string } & NewFact): Promise<FactView> {
    const { theCase, party } = await this.#desk.lockCase(tx, actor, input.caseId);
    onlyInStages(theCase, FACT_STAGES);
    const all = await this.#desk.rows.ofCase(tx, theCase.id);
    if (all.length >= MAX_FACTS) {
      throw new Refusal("unprocessable", "this case has too many facts", { params: { most: MAX_FACTS } });
    }
    const { text, dataKey } = await this.#wordsOf(tx, input, all);
    const answers = answersToWordsOf(party);
    const fact = Object.assign(new Fact(), {
      id: uuid(),
      caseId: theCase.id,
      number: all.length + 1,
      status: standingOf(answers),
      text,
      dataKey,
      proposedBy: party,
      wordedBy: party,
      borrower: wordOf(answers.borrower, tx, actor),
      platform: wordOf(answers.platform, tx, actor),
      recordId: null,
      createdAt: tx.now,
      version: 1,
    });
    await this.#desk.rows.insert(tx, fact);
    const { id: factId, number } = fact;
    const payload = { factId, number, text, by: party, fromData: dataKey !== null };
    await this.#desk.write(tx, actor, theCase.id, { type: "fact.proposed", payload });
    return this.#desk.view({ theCase, party, fact });
  }

  /** Say whether it is so; the answer is about these words and no others. */
  async answer(
    tx: Tx,
    actor: Actor,
    input: { factId: string; answer: FactAnswer; reason?: string | null; version: number },
  ): Promise<FactView> {
    const at = await this.#desk.lock(tx, actor, input.factId);
    const side = onlyAnsweringSide(actor, at.theCase);
    onlyInStages(at.theCase, FACT_STAGES);
    const { fact } = at;
    const { answer } = input;
    const reason = answer === "disputed" ? input.reason?.trim() || null : null;
    const to = decided(fact, { command: "answer", side, answer });
    onlyVersion(fact, input.version);
    await this.#desk.rows.change(tx, fact, {
      status: to.status,
      [side]: { ...wordOf(answer, tx, actor), reason },
    });
    const { id: factId, number, status } = fact;
    await this.#desk.write(tx, actor, fact.caseId, {
      type: "fact.answered",
      payload: { factId, number, party: side, answer, reason, status },
    });
    await this.#desk.voidIfIn(tx, actor, fact);
    return this.#desk.view(at);
  }

  /** Put it in other words: everything that was said of the old ones is over. */
  async reword(
    tx: Tx,
    actor: Actor,
    input: { factId: string; text: string; version: number },
  ): Promise<FactView> {
    const at = await this.#desk.lock(tx, actor, input.factId);
    const { theCase, party, fact } = at;
    onlyEditor(party, fact);
    onlyInStages(theCase, FACT_STAGES);
    const to = decided(fact, { command: "reword", by: party });
    onlyVersion(fact, input.version);
    if (input.text === fact.text) throw new Refusal("already_done", "these are the words it has");
    await this.#desk.rows.change(tx, fact, {
      status: to.status,
      text: input.text,
      dataKey: null,
      wordedBy: party,
      ...wordsOf(to, tx, actor),
    });
    const { id: factId, number, text } = fact;
    await this.#desk.write(tx, actor, fact.caseId, {
      type: "fact.reworded",
      payload: { factId, number, text, by: party },
    });
    await this.#desk.voidIfIn(tx, actor, fact);
    return this.#desk.view(at);
  }

  async withdraw(tx: Tx, actor: Actor, factId: string): Promise<FactView> {
    const at = await this.#desk.lock(tx, actor, factId);
    const { theCase, party, fact } = at;
    onlyEditor(party, fact);
    onlyInStages(theCase, FACT_STAGES);
    const { status } = decided(fact, { command: "withdraw" });
    await this.#desk.rows.change(tx, fact, { status });
    const payload = { factId, number: fact.number, by: party };
    await this.#desk.write(tx, actor, fact.caseId, { type: "fact.withdrawn", payload });
    await this.#desk.voidIfIn(tx, actor, fact);
    return this.#desk.view(at);
  }

  /** What the data of the case says and nobody has put yet. */
  async drawn(tx: Tx, caseId: string, put: readonly Fact[]): Promise<DrawnFact[]> {
    const { statement, lines } = await this.#statements.current(tx, caseId);
    const entries = await this.#lines.entries(tx, caseId);
    const histories = await this.#statements.histories(tx, caseId);
    const agreedLines = lines.filter(
      (line) => lineStanding(line, statement.answersSince, entries).state === "agreed",
    );
    const lastPayments = histories.flatMap(({ debtId, payments }) => {
      const last = payments.at(-1);
      return last === undefined ? [] : [{ debtId, on: last.on, fen: last.fen }];
    });
    const debts = await this.#statements.debts(tx, caseId);
    const all = drawnFacts({ asOf: statement.asOf, debts, lastPayments, agreedLines });
    const taken = new Set(put.filter(({ status }) => status !== "withdrawn").map(({ dataKey }) => dataKey));
    return all.filter(({ key }) => !taken.has(key));
  }

  async #wordsOf(
    tx: Tx,
    input: { caseId: string } & NewFact,
    put: readonly Fact[],
  ): Promise<{ text: string; dataKey: string | null }> {
    if ("text" in input) return { text: input.text, dataKey: null };
    const drawn = await this.drawn(tx, input.caseId, put);
    const found = drawn.find(({ key }) => key === input.dataKey);
    if (!found) throw new Refusal("already_done", "the data does not say this, or it has been put");
    return { text: found.text, dataKey: found.key };
  }
}

function decided(fact: Fact, act: FactAct): FactState {
  const decision = decideFact(stateOf(fact), act);
  if (!decision.ok) throw new Refusal(decision.code, "this fact does not allow this now");
  return decision.to;
}

/** An answer or a new wording is about the words on the screen. */
function onlyVersion(fact: Fact, version: number): void {
  if (fact.version !== version) throw new Refusal("version_conflict", "this fact has changed meanwhile");
}

function wordOf(answer: FactAnswer, tx: Tx, actor: Actor): FactWord {
  if (answer === "open") return { answer, reason: null, byName: null, at: null };
  return { answer, reason: null, byName: actor.name, at: tx.now.toISOString() };
}

function wordsOf({ answers }: FactState, tx: Tx, actor: Actor): Record<FactSide, FactWord> {
  return { borrower: wordOf(answers.borrower, tx, actor), platform: wordOf(answers.platform, tx, actor) };
}
