import type { LocalDate } from "../../../../shared/calendar/localDate.ts";
import type { Fen } from "../../../../shared/money/fen.ts";
import type { Terms } from "../../../../shared/plans/terms.ts";
import type { TermsProblem } from "../../../../shared/plans/termsProblem.ts";

/** Terms being drawn up, as the fields of a plan see them; whoever holds them decides how they are kept. */
export interface PlanDraft {
  readonly terms: Terms;
  readonly problems: readonly TermsProblem[];
  readonly today: LocalDate;
  /** What instalments have to repay. */
  readonly financed: Fen;
  readonly change: (next: Terms) => void;
}

/** What is wrong with exactly this field. */
export function problemAt(
  { problems }: Pick<PlanDraft, "problems">,
  pointer: string,
): TermsProblem | undefined {
  return problems.find((problem) => problem.pointer === pointer);
}

/** What is wrong with this field or anything inside it. */
export function problemIn(
  { problems }: Pick<PlanDraft, "problems">,
  pointer: string,
): TermsProblem | undefined {
  return problems.find((problem) => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`));
}
