import { CLAUSE_KEYS, CLAUSES, sectionOf } from "../../shared/agreements/clauses.ts";
import { SHIPPED_CLAUSES } from "../../shared/agreements/clauseTexts.ts";
import type { Templates } from "./template.service.ts";

/** Every clause with its texts, what it must contain, and what the product ships for it; and the versions so far. */
export function presentTemplates({ version, inForce, texts, history }: Templates, mayEdit: boolean): object {
  return {
    version,
    inForce,
    clauses: CLAUSE_KEYS.map((key) => ({
      key,
      section: sectionOf(key),
      placeholders: CLAUSES[key],
      ...texts[key],
      shipped: SHIPPED_CLAUSES[key],
    })),
    history: history.map(({ createdAt, ...rest }) => ({ ...rest, createdAt: createdAt.toISOString() })),
    abilities: mayEdit ? ["edit"] : [],
  };
}
