import { isLocalDate, type LocalDate } from "../calendar/localDate.ts";
import type { LawBook } from "./lawBook.ts";
import { LAW_MATTERS, type LawMatter, type LawRule, scopesOf } from "./lawRules.ts";
import { CONFIDENCES, type Confidence } from "./rule.ts";
import { date, oneOf, type RuleProblem, ruleProblem, text } from "./ruleProblem.ts";
import { VALUE_SHAPES } from "./valueShapes.ts";

/** A new dated version as somebody enters it; `to` null is open, `replaces` the id of a version it corrects. */
export type NewVersion = {
  matter: LawMatter;
  rule: string;
  from: LocalDate;
  to: LocalDate | null;
  value: unknown;
  source: string;
  confidence: Confidence;
  replaces: string | null;
};

/**
 * Everything wrong with a new version over a book; empty when it can be entered. A version without an end gives way to
 * the next that begins; a version with an end may share no day with another of the same scope. Never throws.
 */
export function newVersionProblems(book: LawBook, draft: NewVersion): RuleProblem[] {
  const matter = oneOf(LAW_MATTERS)("/matter", draft.matter);
  const problems = [
    ...matter,
    ...text(200)("/rule", draft.rule),
    ...date("/from", draft.from),
    ...(draft.to === null ? [] : date("/to", draft.to)),
    ...text(500)("/source", draft.source),
    ...oneOf(CONFIDENCES)("/confidence", draft.confidence),
    ...(matter.length > 0 ? [] : VALUE_SHAPES[draft.matter]("/value", draft.value)),
    ...replacementProblems(book, draft),
  ];
  if (draft.to !== null && isLocalDate(draft.to) && isLocalDate(draft.from) && draft.to < draft.from) {
    problems.push(ruleProblem("/to", "to_before_from"));
  }
  return problems.length > 0 ? problems : overlapProblems(book, enteredRule(draft, ""), draft.replaces);
}

/** The draft as a rule under `id`. Only for one that `newVersionProblems` finds nothing wrong with. */
export function enteredRule(draft: NewVersion, id: string): LawRule {
  const { matter, rule, from, to, value, source, confidence } = draft;
  // The value was checked against the shape of its matter.
  return { matter, id, rule, from, ...(to === null ? {} : { to }), value, source, confidence } as LawRule;
}

/** Only a version of the same matter that still counts can be corrected. */
function replacementProblems(book: LawBook, { replaces, matter }: NewVersion): RuleProblem[] {
  if (replaces === null) return [];
  const found = book.rules.find((rule) => rule.id === replaces);
  return found?.matter === matter ? [] : [ruleProblem("/replaces", "not_replaceable")];
}

function overlapProblems(book: LawBook, rule: LawRule, replaces: string | null): RuleProblem[] {
  const scopes = scopesOf(rule);
  const others = book.rules.filter(
    (other) =>
      other.matter === rule.matter &&
      other.id !== replaces &&
      scopesOf(other).some((scope) => scopes.includes(scope)),
  );
  return others.flatMap((other): RuleProblem[] => {
    const params = { id: other.id, from: other.from, ...(other.to === undefined ? {} : { to: other.to }) };
    if (other.from === rule.from) return [ruleProblem("/from", "same_day", params)];
    const [earlier, later] = other.from < rule.from ? [other, rule] : [rule, other];
    if (earlier.to === undefined || earlier.to < later.from) return [];
    return [ruleProblem(earlier === rule ? "/to" : "/from", "overlaps", params)];
  });
}
