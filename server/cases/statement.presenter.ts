import { lineStanding, type LineStanding } from "../../shared/debts/lineStanding.ts";
import { riskTierOf } from "../../shared/debts/riskTier.ts";
import { statementTotals } from "../../shared/debts/totals.ts";
import { mayRead, type Viewer } from "../../shared/journal/audience.ts";
import { CHANNEL_LABELS } from "../../shared/journal/labels.ts";
import type { CurrentStatement, Debt, LineEntryRow } from "../debts/index.ts";

/** What a side said of a line as it is shown. */
type Said = Omit<LineEntryRow, "id" | "caseId">;

/** A contract; the platform's own remarks and classes stay with it. */
export function presentDebt(debt: Debt): object {
  const {
    platformId: _platform,
    caseId: _case,
    remark: _remark,
    createdAt: _created,
    riskTier: _tier,
    ...shown
  } = debt;
  return shown;
}

/** What only the platform of the case sees of it. */
export function presentOwnFacts(debts: readonly Debt[], viewer: Viewer): object {
  if (viewer !== "platform") return {};
  const tiers = [...new Set(debts.flatMap(({ riskTier }) => (riskTier === null ? [] : [riskTier])))];
  return { risk: { tier: riskTierOf(debts), tiers } };
}

/** What the sides say about a line is said in order to settle; the amounts are not. */
export function presentStatement(
  { statement, lines }: CurrentStatement,
  entries: readonly LineEntryRow[],
  viewer: Viewer,
): object {
  const mayReadAnswers = mayRead(viewer, CHANNEL_LABELS.joint);
  return {
    id: statement.id,
    version: statement.version,
    asOf: statement.asOf,
    hash: statement.hash,
    lines: lines.map((line) => {
      const { id, debtId, component, fen } = line;
      const standing = lineStanding(line, statement.answersSince, entries);
      return { id, debtId, component, fen, standing: mayReadAnswers ? presentStanding(standing) : null };
    }),
    history: mayReadAnswers ? entries.map(presentSaid) : null,
    totals: statementTotals(lines),
  };
}

function presentStanding({ state, borrower, platform }: LineStanding<LineEntryRow>): object {
  return {
    state,
    borrower: borrower && presentSaid(borrower),
    platform: platform && presentSaid(platform),
  };
}

function presentSaid({ id: _id, caseId: _case, ...said }: LineEntryRow): Said {
  return said;
}
