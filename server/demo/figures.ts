import sharp from "sharp";
import { addMonthsAnchored, type LocalDate } from "../../shared/calendar/localDate.ts";
import type { LineKey } from "../../shared/capacity/lines.ts";
import type { LineAnswer } from "../../shared/debts/lineAnswer.ts";
import type { StatedPayment } from "../../shared/debts/paymentHistory.ts";
import { allocateEvenly } from "../../shared/money/allocateEvenly.ts";
import { fen, subFen, ZERO_FEN } from "../../shared/money/fen.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { StatementLineRow } from "../debts/index.ts";
import type { CaseStory, Who } from "./caseStory.ts";
import { evidenceFile } from "./evidence.ts";

async function lineOf(story: CaseStory, component: Component): Promise<StatementLineRow> {
  const { lines } = await story.act((tx) => story.services.statements.current(tx, story.caseId));
  const line = lines.find((each) => each.component === component);
  if (!line) throw new Error(`${story.account.name} owes nothing of ${component}`);
  return line;
}

/** A side says whether a line is right, and shows a document for it or not. */
export async function say(
  story: CaseStory,
  who: Who,
  component: Component,
  word: { answer: LineAnswer; reason: string; exhibitId?: string },
): Promise<void> {
  const { id: lineId } = await lineOf(story, component);
  const { answer, reason, exhibitId = null } = word;
  const input = { caseId: story.caseId, lineId, answer, reason, exhibitId };
  await story.act((tx) => story.services.caseWork.statementWork.answerLine(tx, story.actor(who), input));
}

/** The platform makes a line smaller by so many per cent. */
export async function correct(
  story: CaseStory,
  component: Component,
  word: { lessPercent: number; reason: string; exhibitId?: string },
): Promise<void> {
  const line = await lineOf(story, component);
  const toFen = Math.floor((line.fen * (100 - word.lessPercent)) / 100);
  const { reason, exhibitId = null } = word;
  const input = { caseId: story.caseId, lineId: line.id, fen: toFen, reason, exhibitId };
  await story.act((tx) => story.services.caseWork.statementWork.correctLine(tx, story.actor("agent"), input));
}

/** The platform's account of what was paid, put into the case; answers its id. */
export async function showRepayments(story: CaseStory): Promise<string> {
  const { description, file } = await evidenceFile(story, "repayments");
  const { exhibits } = story.services.escalations;
  const { exhibit } = await exhibits.add(story.actor("agent"), story.caseId, description, file);
  await story.settle();
  return exhibit.id;
}

/** A picture of a bank's message on the borrower's phone, for all parties to see; answers its id. */
export async function showTransfer(
  story: CaseStory,
  name: string,
  lines: readonly string[],
): Promise<string> {
  const text = lines.map((line, row) => `<text x="40" y="${110 + row * 56}" font-size="30">${line}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="420" font-family="sans-serif">
    <rect width="720" height="420" fill="#f4f6f8"/><rect x="20" y="40" width="680" height="340" rx="18" fill="#fff"/>
    ${text.join("")}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
  const description = {
    name,
    groupNo: 3 as const,
    source: "借款人手机截图",
    proves: "借款人已还款的时间和金额",
    purpose: "说明欠款明细中的金额需要核对",
    audience: ["borrower" as const, "platform" as const, "mediator" as const],
    disclosure: "without_prejudice" as const,
  };
  const file = { bytes, fileName: `${name}.png` };
  const { exhibits } = story.services.escalations;
  const { exhibit } = await exhibits.add(story.actor("borrower"), story.caseId, description, file);
  await story.settle();
  return exhibit.id;
}

/** The payments up to the arrears one by one; the platform's books put them to principal first. */
export async function statePayments(story: CaseStory): Promise<void> {
  const [debt] = await story.act((tx) => story.services.statements.debts(tx, story.caseId));
  if (!debt || debt.disbursedOn === null || debt.repaidFen === null) throw new Error("no payments to state");
  const { disbursedOn } = debt;
  const days: LocalDate[] = [1, 2, 3, 4, 5, 6].map((month) => addMonthsAnchored(disbursedOn, month));
  const payments = allocateEvenly(debt.repaidFen, days.length).map((amount, index): StatedPayment => {
    const interestFen = fen(Math.floor(amount / 20));
    const principalFen = subFen(amount, interestFen);
    const parts = { principalFen, interestFen, penaltyFen: ZERO_FEN, feeFen: ZERO_FEN };
    return { on: days[index] ?? disbursedOn, fen: amount, parts };
  });
  const input = { caseId: story.caseId, debtId: debt.id, payments };
  await story.act((tx) =>
    story.services.caseWork.statementWork.statePayments(tx, story.actor("agent"), input),
  );
}

/** The mediator calls the borrower; the first time nobody answers. */
export async function callTwice(story: CaseStory): Promise<void> {
  const { contacts } = story.services.outreach;
  const actor = story.actor("mediator");
  for (const outcome of ["unanswered", "answered"] as const) {
    const { contactId } = await story.act((tx) => contacts.begin(tx, actor, story.caseId, "phone"));
    story.minutes(outcome === "answered" ? 14 : 1);
    await story.act((tx) => contacts.end(tx, actor, contactId, outcome));
    story.minutes(20);
  }
}

/** What comes in and goes out in a month, in yuan, handed in to the mediator. */
export async function handInCapacity(
  story: CaseStory,
  input: { people: number; months: Partial<Record<LineKey, number>>; unsure?: LineKey },
): Promise<void> {
  const { capacity } = story.services.capacity;
  const actor = story.actor("borrower");
  const lines = Object.entries(input.months).map(([key, yuan]) => ({
    // The keys of a partial record of lines are lines.
    key: key as LineKey,
    amountFen: fen(yuan * 100),
    period: "monthly" as const,
    unsure: key === input.unsure,
    note: null,
    exhibitId: null,
    months: null,
  }));
  const answered = "answered" as const;
  const sections = {
    income: answered,
    fixed: answered,
    flexible: answered,
    savings: answered,
    priorityDebts: answered,
    otherDebts: answered,
  };
  const draft = { householdSize: input.people, region: null, sections, lines };
  const { caseId } = story;
  await story.act((tx) => capacity.save(tx, actor, { caseId, version: 0, ...draft }));
  story.minutes(1);
  await story.act((tx) => capacity.submit(tx, actor, { caseId, version: 1 }));
}

/** The mediator has looked at a line with the borrower. */
export async function verifyIncome(story: CaseStory, remark: string): Promise<void> {
  const { capacity } = story.services.capacity;
  const verdict = { evidence: "verified" as const, remark, exhibitId: null };
  const input = { caseId: story.caseId, version: 1, key: "earnings" as const, ...verdict };
  await story.act((tx) => capacity.verifyLine(tx, story.actor("mediator"), input));
}
