import { useMemo, useState } from "react";
import { firstTerms, renewedTerms, type TermsBasis } from "../../../shared/offers/draftTerms.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import { assessPolicy, type PolicyBreach } from "../../../shared/plans/policy.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import type { TermsProblem } from "../../../shared/plans/termsProblem.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";

export interface OfferDraft {
  readonly terms: Terms;
  readonly change: (next: Terms) => void;
  readonly changed: boolean;
  readonly problems: readonly TermsProblem[];
  /** Null while something is wrong. */
  readonly schedule: ScheduleResult | null;
  /** Empty for somebody who is not shown the policy. */
  readonly breaches: readonly PolicyBreach[];
}

/** Terms being drawn up, judged by the very rules the server applies; null when there is nobody to pay to. */
export function useOfferDraft(basis: TermsBasis, start: OfferView | null): OfferDraft | null {
  const [first] = useState(() => (start ? renewedTerms(start.terms, basis) : firstTerms(basis)));
  const [terms, change] = useState(first);
  const judged = useMemo(() => (terms === null ? null : judge(basis, terms)), [basis, terms]);
  if (terms === null || judged === null) return null;
  return { terms, change, changed: terms !== first, ...judged };
}

function judge(basis: TermsBasis, terms: Terms) {
  const problems = validateTerms(basis, terms, basis.today);
  if (problems.length > 0) return { problems, schedule: null, breaches: [] };
  return {
    problems,
    schedule: computeSchedule(basis, terms),
    breaches: basis.policy ? assessPolicy(basis.policy, basis, terms) : [],
  };
}
