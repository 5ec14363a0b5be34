import { useMemo, useState } from "react";
import { firstTerms, renewedTerms, type TermsBasis } from "../../../shared/offers/draftTerms.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { financedFen } from "../../../shared/offers/planShape.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import { assessPolicy, type PolicyBreach } from "../../../shared/plans/policy.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";
import type { PlanDraft } from "./plan/draft.ts";
import { useRecompute } from "./plan/useRecompute.ts";

export interface OfferDraft extends PlanDraft {
  readonly changed: boolean;
  /** Null while something is wrong. */
  readonly schedule: ScheduleResult | null;
  /** Empty for somebody who is not shown the policy. */
  readonly breaches: readonly PolicyBreach[];
}

/** Terms being drawn up, judged by the very rules the server applies; null when there is nobody to pay to. */
export function useOfferDraft(basis: TermsBasis, start: OfferView | null): OfferDraft | null {
  const [first] = useState(() => (start ? renewedTerms(start.terms, basis) : firstTerms(basis)));
  const [terms, setTerms] = useState(first);
  const begin = useRecompute();
  const judged = useMemo(() => (terms === null ? null : judge(basis, terms)), [basis, terms]);
  if (terms === null || judged === null) return null;
  const change = (next: Terms) => {
    begin();
    setTerms(next);
  };
  return { terms, change, changed: terms !== first, today: basis.today, ...judged };
}

function judge(basis: TermsBasis, terms: Terms) {
  const problems = validateTerms(basis, terms, basis.today);
  const financed = financedFen(basis, terms);
  if (problems.length > 0) return { problems, financed, schedule: null, breaches: [] };
  return {
    problems,
    financed,
    schedule: computeSchedule(basis, terms),
    breaches: basis.policy ? assessPolicy(basis.policy, basis, terms) : [],
  };
}
