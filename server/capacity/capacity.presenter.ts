import { capacityAbilities, type CapacityAbility } from "../../shared/capacity/abilities.ts";
import type { Assessment } from "../../shared/capacity/assess.ts";
import { EMPTY_DRAFT, type CapacityDraft, type CapacityStatement } from "../../shared/capacity/statement.ts";
import { differsFrom } from "../../shared/capacity/submission.ts";
import type { Case } from "../cases/index.ts";
import type { CapacityStatementRow } from "./capacity.entity.ts";
import { factsOf } from "./capacity.policy.ts";

type Submitted = { version: number; at: Date; statement: CapacityStatement; assessment: Assessment };
type Shown = {
  caseId: string;
  submitted: Submitted | null;
  shared: { perMonthFen: number; at: Date } | null;
  abilities: CapacityAbility[];
};
export type OwnCapacity = Shown & {
  version: number;
  draft: CapacityDraft;
  savedAt: Date | null;
  /** The draft says something else than what was handed in. */
  changed: boolean;
};

/** The borrower's own: what is being filled in, too. */
export function presentToBorrower(
  theCase: Case,
  row: CapacityStatementRow | null,
  assessment: Assessment | null,
  mayFill = true,
): OwnCapacity {
  const draft = row?.draft ?? EMPTY_DRAFT;
  return {
    ...shown(theCase, row, assessment),
    abilities: mayFill ? capacityAbilities("borrower", factsOf(theCase, row)) : [],
    version: row?.version ?? 0,
    draft,
    savedAt: row?.savedAt ?? null,
    changed: row?.submitted ? differsFrom(draft, row.submitted) : row !== null,
  };
}

/** The mediator's: what was handed in, and nothing of what is still being typed. */
export function presentToMediator(
  theCase: Case,
  row: CapacityStatementRow | null,
  assessment: Assessment | null,
): Shown {
  return {
    ...shown(theCase, row, assessment),
    abilities: capacityAbilities("mediator", factsOf(theCase, row)),
  };
}

function shown(
  theCase: Case,
  row: CapacityStatementRow | null,
  assessment: Assessment | null,
): Omit<Shown, "abilities"> {
  const { submitted, submittedVersion, submittedAt, sharedFen, sharedAt } = row ?? {};
  const handedIn = submitted && submittedAt && assessment && typeof submittedVersion === "number";
  return {
    caseId: theCase.id,
    submitted: handedIn
      ? { version: submittedVersion, at: submittedAt, statement: submitted, assessment }
      : null,
    shared: sharedAt && typeof sharedFen === "number" ? { perMonthFen: sharedFen, at: sharedAt } : null,
  };
}
