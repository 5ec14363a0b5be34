import { expect } from "chai";
import * as fc from "fast-check";
import { addMonthsAnchored } from "../../../../shared/calendar/localDate.ts";
import { nextWorkingDay } from "../../../../shared/calendar/workingDays.ts";
import { fen } from "../../../../shared/money/fen.ts";
import { computeSchedule } from "../../../../shared/plans/computeSchedule.ts";
import { enumeratePlans } from "../../../../shared/plans/finding/enumeratePlans.ts";
import { isAsGood } from "../../../../shared/plans/finding/pareto.ts";
import { searchProblems } from "../../../../shared/plans/finding/searchProblems.ts";
import type { PlanFigures, PlanParts, PlanSearch } from "../../../../shared/plans/finding/search.ts";
import {
  type CaseKnowledge,
  suggestPlans,
  suggestionViewOf,
} from "../../../../shared/plans/finding/suggestPlans.ts";
import { discountFactors, netPresentValue } from "../../../../shared/plans/netPresentValue.ts";
import { assessPolicy } from "../../../../shared/plans/policy.ts";
import type { ScheduleFamily, Terms } from "../../../../shared/plans/terms.ts";
import { validateTerms } from "../../../../shared/plans/validateTerms.ts";
import { TODAY, buildTerms } from "../buildTerms.ts";
import { capacityArbitrary, policyArbitrary, searchArbitrary } from "./arbitrarySearch.ts";

type Compared = Pick<PlanFigures, "totalFen" | "strain" | "months" | "npvFen" | "peakFen">;

/** The figures of terms by the long road: the schedule, its months counted one by one, and its present value. */
function figuresOf(search: PlanSearch, terms: Terms): Compared {
  const { rows, totals, peakFen } = computeSchedule(search.basis, terms);
  const instalments = rows.filter((row) => row.kind === "instalment");
  const monthOf = new Map<string, number>();
  for (let month = 0; month < 80; month += 1) {
    monthOf.set(nextWorkingDay(addMonthsAnchored(search.firstDue, month)).date, month);
  }
  const months = instalments.map((row) => monthOf.get(row.due) ?? Number.NaN);
  const balance = instalments.reduce((sum, row) => sum + row.principalFen, 0);
  const least = Math.min(...(search.capacityFen ?? []));
  const shares = instalments.map((row, index) => {
    if (search.capacityFen === null) return row.totalFen / balance;
    return row.totalFen / (search.capacityFen[months[index]!] ?? least);
  });
  const factors = discountFactors(
    search.today,
    search.discountRate,
    rows.map((row) => row.due),
  );
  return {
    totalFen: totals.totalFen,
    strain: Math.max(...shares),
    months: months.at(-1)! + 1,
    npvFen: netPresentValue(
      rows.map((row) => row.totalFen),
      factors,
    ),
    peakFen,
  };
}

const termsOf = (search: PlanSearch, parts: PlanParts): Terms => ({ ...buildTerms(search.basis), ...parts });

function figuresAreExact(runs: number): void {
  fc.assert(
    fc.property(searchArbitrary, (search) => {
      expect(searchProblems(search)).to.deep.equal([]);
      const found = enumeratePlans(search);
      if (found.kind !== "plans") return;
      for (const { parts, figures } of found.plans) {
        const terms = termsOf(search, parts);
        expect(validateTerms(search.basis, terms, TODAY), JSON.stringify(parts)).to.deep.equal([]);
        const { totalFen, strain, months, npvFen, peakFen } = figures;
        expect({ totalFen, strain, months, npvFen, peakFen }).to.deep.equal(figuresOf(search, terms));
        if (search.policy !== null)
          expect(assessPolicy(search.policy, search.basis, terms)).to.deep.equal([]);
        if (search.capacityFen !== null) expect(strain).to.be.at.most(1);
        if (search.caps?.totalFen !== undefined) expect(totalFen).to.be.at.most(search.caps.totalFen);
      }
    }),
    { numRuns: runs },
  );
}

function nobodyIsBeaten(runs: number): void {
  fc.assert(
    fc.property(searchArbitrary, (search) => {
      const found = enumeratePlans(search);
      if (found.kind !== "plans") return;
      for (const a of found.plans) {
        for (const b of found.plans) if (a !== b) expect(isAsGood(a.figures, b.figures)).to.equal(false);
      }
      const least = (figure: (figures: PlanFigures) => number) =>
        Math.min(...found.plans.map((plan) => figure(plan.figures)));
      const { lowest_monthly, soonest_done, least_in_total } = found.tradeOffs;
      expect(lowest_monthly.figures.peakFen).to.equal(least((figures) => figures.peakFen));
      expect(soonest_done.figures.months).to.equal(least((figures) => figures.months));
      expect(least_in_total.figures.totalFen).to.equal(least((figures) => figures.totalFen));
    }),
    { numRuns: runs },
  );
}

/** Every regular plan by the long road: what it would be is beaten or equalled by something that was found. */
function nothingIsMissed(runs: number): void {
  const families: ScheduleFamily[] = ["level", "equal_instalment", "equal_principal"];
  fc.assert(
    fc.property(searchArbitrary, (given) => {
      const search = { ...given, families, maxCount: Math.min(4, given.maxCount ?? 4) };
      const found = enumeratePlans(search);
      for (const terms of longRoad(search)) {
        const figures = figuresOf(search, terms);
        const answered =
          found.kind === "plans" && found.plans.some((plan) => isAsGood(plan.figures, figures));
        expect(answered, JSON.stringify([terms, figures, found])).to.equal(true);
      }
    }),
    { numRuns: runs },
  );
}

function* longRoad(search: PlanSearch): Generator<Terms> {
  const { basis, policy, downPayment, annualRate, dayCount = "30/360" } = search;
  const plain = { every: { months: 1 }, firstDue: search.firstDue, dayCount };
  for (const waivers of search.waiverOptions ?? [[]]) {
    for (const family of search.families ?? []) {
      for (let count = 1; count <= search.maxCount!; count += 1) {
        for (let deferralMonths = 0; deferralMonths <= search.maxDeferralMonths!; deferralMonths += 1) {
          const terms = buildTerms(basis, {
            waivers: [...waivers],
            downPaymentFen: downPayment?.fen ?? fen(0),
            downPaymentDue: downPayment?.due ?? null,
            deferralMonths,
            schedule: { ...plain, family, count, annualRate: family === "level" ? "0" : annualRate },
          });
          if (validateTerms(basis, terms, TODAY).length > 0) continue;
          if (policy !== null && assessPolicy(policy, basis, terms).length > 0) continue;
          const { strain, totalFen } = figuresOf(search, terms);
          if (search.capacityFen !== null && strain > 1) continue;
          if (totalFen <= (search.caps?.totalFen ?? totalFen)) yield terms;
        }
      }
    }
  }
}

const floor = fc.option(fc.nat(6_000_000).map(fen), { nil: null });
const borrowerArbitrary = fc.record({ capacityFen: capacityArbitrary, mostInTotalFen: floor });
const platformArbitrary = fc.record({
  policy: policyArbitrary,
  waiverOptions: fc.constantFrom([[]], [[], []]),
  floorNpvFen: floor,
});

/** Whatever the other side keeps to itself, not one byte of what this side gets changes. */
function suggestionsDoNotLeak(runs: number): void {
  fc.assert(
    fc.property(
      searchArbitrary,
      fc.option(capacityArbitrary, { nil: null }),
      fc.tuple(borrowerArbitrary, borrowerArbitrary),
      fc.tuple(platformArbitrary, platformArbitrary),
      (search, disclosedCapacityFen, borrowers, platforms) => {
        const { basis, today, firstDue, discountRate, annualRate, policy } = search;
        const shared = {
          basis,
          today,
          firstDue,
          discountRate,
          annualRate,
          publishedPolicy: policy,
          disclosedCapacityFen,
          offeredWaivers: [],
        };
        const knowledge = (b: 0 | 1, p: 0 | 1): CaseKnowledge => ({
          shared,
          borrower: borrowers[b],
          platform: platforms[p],
        });
        const seen = (side: "borrower" | "platform" | "mediator", of: CaseKnowledge) =>
          JSON.stringify(suggestPlans(suggestionViewOf(of, side)));
        expect(seen("borrower", knowledge(0, 1))).to.equal(seen("borrower", knowledge(0, 0)));
        expect(seen("platform", knowledge(1, 0))).to.equal(seen("platform", knowledge(0, 0)));
        expect(seen("mediator", knowledge(0, 1))).to.equal(seen("mediator", knowledge(0, 0)));
        // What the borrower keeps for a limit is not the mediator's to use either; only the means are shown.
        const limited = { ...borrowers[0], mostInTotalFen: borrowers[1].mostInTotalFen };
        expect(seen("mediator", { ...knowledge(0, 0), borrower: limited })).to.equal(
          seen("mediator", knowledge(0, 0)),
        );
        // Even an object that wrongly carries the other side's part has no effect by it.
        const smuggled = Object.assign(suggestionViewOf(knowledge(0, 0), "borrower"), {
          platform: platforms[1],
        });
        expect(JSON.stringify(suggestPlans(smuggled))).to.equal(seen("borrower", knowledge(0, 0)));
      },
    ),
    { numRuns: runs },
  );
}

export const PLAN_PROPERTIES: Record<string, (runs: number) => void> = {
  "the figures of every plan are those of its schedule, inside policy, caps and capacity": figuresAreExact,
  "no plan shown is beaten by another, and each name means what it says": nobodyIsBeaten,
  "no regular plan that fits is better than all that are shown": nothingIsMissed,
  "one side's suggestions do not change by a byte with the other's private limits": suggestionsDoNotLeak,
};
