import type { LawBook } from "../../shared/law/lawBook.ts";
import type { LawRule } from "../../shared/law/lawRules.ts";
import { needsConfirmation } from "../../shared/law/rule.ts";

export type PresentedRule = LawRule & { toBeConfirmed: boolean };

export function presentBook(book: LawBook, mayAdd: boolean): object {
  return {
    version: book.version,
    items: book.rules.map((rule): PresentedRule => ({ ...rule, toBeConfirmed: needsConfirmation(rule) })),
    abilities: mayAdd ? ["add"] : [],
  };
}
