import type { AgreementFacts } from "./agreementFacts.ts";

/** What becomes of a payment that is early, partial or missing: every policy of the terms, one sentence each. */
export function policySentences({ terms, schedule }: AgreementFacts): string[] {
  const { early, settledEarly, partial, missed } = terms.payments ?? {};
  const bearsInterest = schedule.totals.agreedInterestFen > 0;
  const several = schedule.rows.length > 1;
  return [
    "乙方可以提前付清全部或者部分款项，甲方不收取提前还款的费用。",
    ...(several ? [EARLY[early ?? "earliest_first"]] : []),
    ...(bearsInterest ? [SETTLED_EARLY[settledEarly ?? "interest_as_scheduled"]] : []),
    bearsInterest ? PARTIAL[partial ?? "any_sum"] : PARTIAL.any_sum,
    MISSED[missed ?? "stays_due"],
    ...(missed === "moves_to_end" && terms.acceleration !== "none" ? [MOVED_STILL_COUNTS] : []),
  ];
}

const EARLY = {
  earliest_first: "付款在付清已到期各期和当期款项后有余额的，余额依次抵充其后最先到期的各期应还款项。",
  latest_first:
    "付款在付清已到期各期和当期款项后有余额的，余额自最后一期起由后向前依次抵充，其余各期的应还日期和金额不变。",
  evenly:
    "付款在付清已到期各期和当期款项后有余额的，余额按其后各期未付金额的比例抵充，各期应还金额相应减少，应还日期不变。",
} as const;
const SETTLED_EARLY = {
  interest_as_scheduled: "乙方提前付清全部款项的，约定利息仍按还款安排所列的金额支付。",
  future_interest_dropped: "乙方提前付清全部款项的，付清之日尚未开始的各期的约定利息不再支付。",
} as const;
const PARTIAL = {
  any_sum: "乙方可以部分支付当期款项，甲方应当接受；未付部分仍应当付清。",
  must_cover_interest:
    "乙方可以部分支付当期款项，但同一日的付款合计不得少于最早一期未付清款项中尚未支付的约定利息；少于该利息的，甲方可以不予接受并退还。",
} as const;
const MISSED = {
  stays_due: "乙方未按期付清的款项，应还日期不变，仍为到期应付款项。",
  moves_to_end:
    "宽限期届满仍未付清的一期，其未付部分顺延至最后一期之后，按还款安排的间隔依次支付，不因顺延加收利息和违约金。",
} as const;
const MOVED_STILL_COUNTS = "顺延前已经逾期的期数，仍计入本协议约定的提前到期的期数。";
