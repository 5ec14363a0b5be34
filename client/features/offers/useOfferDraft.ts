import { useCallback, useMemo, useState } from "react";
import { firstTerms, renewedTerms, type TermsBasis } from "../../../shared/offers/draftTerms.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { financedFen } from "../../../shared/offers/planShape.ts";
import { computeSchedule } from "../../../shared/plans/computeSchedule.ts";
import { assessPolicy, type PolicyBreach } from "../../../shared/plans/policy.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";
import type { TermsProblem } from "../../../shared/plans/termsProblem.ts";
import type { PlanDraft } from "./plan/draft.ts";
import { useRecompute } from "./plan/useRecompute.ts";

export type UpdateTerms = (how: (terms: Terms) => Terms) => void;

export interface OfferDraft extends PlanDraft {
  /** A change that goes from the terms as they are then. */
  readonly update: UpdateTerms;
  readonly changed: boolean;
  /** Null while something is wrong. */
  readonly schedule: ScheduleResult | null;
  /** Empty for somebody who is not shown the policy. */
  readonly breaches: readonly PolicyBreach[];
}

/** Terms being drawn up, judged by the very rules the server applies; null when there is nobody to pay to. */
export function useOfferDraft(basis: TermsBasis, start: Pick<OfferView, "terms"> | null): OfferDraft | null {
  const [first] = useState(() => (start ? renewedTerms(start.terms, basis) : firstTerms(basis)));
  const [terms, setTerms] = useState(first);
  const begin = useRecompute();
  const judged = useMemo(() => (terms === null ? null : judge(basis, terms)), [basis, terms]);
  // The same function for as long as the editor is open, so that what does not change is not drawn again.
  const update = useCallback(
    (how: (terms: Terms) => Terms) => {
      begin();
      setTerms((before) => before && how(before));
    },
    [begin],
  );
  if (terms === null || judged === null) return null;
  const change = (next: Terms) => update(() => next);
  return { terms, change, update, changed: terms !== first, today: basis.today, ...judged };
}

const NONE: readonly TermsProblem[] = [];
const WITHIN: readonly PolicyBreach[] = [];

function judge(basis: TermsBasis, terms: Terms) {
  const found = validateTerms(basis, terms, basis.today);
  const problems = found.length === 0 ? NONE : found;
  const financed = financedFen(basis, terms);
  if (problems.length > 0) return { problems, financed, schedule: null, breaches: WITHIN };
  const breaches = basis.policy ? assessPolicy(basis.policy, basis, terms) : WITHIN;
  return {
    problems,
    financed,
    schedule: computeSchedule(basis, terms),
    breaches: breaches.length === 0 ? WITHIN : breaches,
  };
}
