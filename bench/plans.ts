import { type Fen, fen } from "../shared/money/fen.ts";
import { enumeratePlans } from "../shared/plans/finding/enumeratePlans.ts";
import { MAX_SEARCH_COUNT, MAX_SEARCH_DEFERRAL, type PlanSearch } from "../shared/plans/finding/search.ts";
import { type QuoteRequest, quote } from "../shared/plans/quote.ts";
import { SCHEDULE_FAMILIES } from "../shared/plans/terms.ts";
import { report } from "./report.ts";

const ROUNDS = 200;
const QUOTES_A_ROUND = 20;
const COUNT = 12;

/**
 * Quotes a second and the milliseconds a full search takes, against a bare loop that does one whole division for every
 * instalment the same work has. The fastest of many rounds counts: others
 * use this machine too, and no round is faster than the work.
 */
export function benchPlans(): void {
  const quoteMs = fastest(() => repeat(QUOTES_A_ROUND, (round) => answer(round))) / QUOTES_A_ROUND;
  const rowsMs = fastest(() => repeat(QUOTES_A_ROUND, () => divisions(COUNT))) / QUOTES_A_ROUND;
  report("plans: quotes of 12 equal instalments", "quotes/s", { ours: 1000 / quoteMs, floor: 1000 / rowsMs });

  const rows = instalmentsOfSearch();
  const searchMs = fastest((round) => search(round, null));
  report(
    `plans: all families × ${MAX_SEARCH_COUNT} lengths × ${MAX_SEARCH_DEFERRAL + 1} deferrals`,
    "ms/case",
    {
      ours: searchMs,
      floor: fastest(() => divisions(rows)),
    },
  );
  const season = Array.from({ length: 24 }, (_, month) => fen(80_000 + ((month * 7_919) % 5) * 30_000));
  report("plans: the same, on a capacity that follows a season", "ms/case", {
    ours: fastest((round) => search(round, season)),
    floor: fastest(() => divisions(rows)),
  });
}

function answer(round: number): void {
  const request: QuoteRequest = {
    asOf: "2026-11-01",
    principalFen: 1_200_000 + round,
    interestFen: 0,
    penaltyFen: 0,
    feeFen: 0,
    waivers: [],
    downPaymentFen: 0,
    deferralMonths: 0,
    schedule: {
      family: "equal_instalment",
      count: COUNT,
      every: { months: 1 },
      firstDue: "2026-12-01",
      annualRate: "0.12",
      dayCount: "30/360",
    },
    discountRate: "0.06",
  };
  if (!quote(request).ok) throw new Error("a sound request is answered");
}

/** A sum of its own in every round, so that nothing but dates and discount factors can be remembered. */
function search(round: number, capacityFen: readonly Fen[] | null): void {
  const lines = [{ debtId: "debt", component: "principal" as const, fen: fen(3_000_000 + round * 1_237) }];
  const asked: PlanSearch = {
    basis: { statementId: "statement", asOf: "2026-11-01", lines },
    today: "2026-11-01",
    firstDue: "2026-12-01",
    capacityFen,
    policy: null,
    discountRate: "0.06",
    annualRate: "0.12",
  };
  if (enumeratePlans(asked).kind !== "plans") throw new Error("there are plans");
}

/** How many instalments all plans of a search have together. */
function instalmentsOfSearch(): number {
  const lengths = (MAX_SEARCH_COUNT * (MAX_SEARCH_COUNT + 1)) / 2;
  return SCHEDULE_FAMILIES.length * (MAX_SEARCH_DEFERRAL + 1) * lengths;
}

let sink = 0;

function divisions(count: number): void {
  let balance = 3_000_000;
  for (let index = 0; index < count; index += 1) {
    balance = Math.floor((balance * 101) / 100) - (balance > 3_000_000 ? 40_000 : 0);
  }
  sink += balance;
}

function repeat(times: number, work: (round: number) => void): void {
  for (let round = 0; round < times; round += 1) work(round);
}

function fastest(work: (round: number) => void): number {
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const from = performance.now();
    work(round);
    return performance.now() - from;
  });
  if (!Number.isFinite(sink)) throw new Error("the floor ran away");
  return Math.min(...times);
}
