import type { LocalDate } from "../calendar/localDate.ts";
import type { DayCount } from "../money/dayCount.ts";
import type { Fen } from "../money/fen.ts";
import type { Rate } from "../money/rate.ts";
import type { Component } from "./statement.ts";

/** `at_signing` is given up for good; `on_completion` comes back to life when the plan fails. */
export type WaiverMoment = "at_signing" | "on_completion";
export type Waiver = { debtId: string; component: Component; fen: Fen; when: WaiverMoment };

/**
 * `lump_sum` one payment; `level` equal parts without new interest; `equal_instalment` (等额本息) and
 * `equal_principal` (等额本金) charge `annualRate` on the declining balance. `stepped` pays agreed sums first and the
 * rest in equal instalments, `balloon` leaves an agreed sum for the last instalment, `irregular` falls due on the dates
 * it lists (pay-days, seasons); these three may charge `annualRate` too.
 */
export const SCHEDULE_FAMILIES = [
  "lump_sum",
  "level",
  "equal_instalment",
  "equal_principal",
  "stepped",
  "balloon",
  "irregular",
] as const;
export type ScheduleFamily = (typeof SCHEDULE_FAMILIES)[number];

/** The families that need nothing beside count, distance, date and rate: what a short form can offer. */
export const SIMPLE_FAMILIES = [
  "lump_sum",
  "level",
  "equal_instalment",
  "equal_principal",
] as const satisfies readonly ScheduleFamily[];

/** The distance between due dates: whole months (1–12) or whole days (7–366). */
export type Every = { months: number } | { days: number };

/** `count` instalments in a row of `paymentFen` each, agreed interest included. */
export type Step = { count: number; paymentFen: Fen };

/** From instalment `fromNo` (2 …) on the yearly rate is `annualRate`, never above the one before. */
export type RateStep = { fromNo: number; annualRate: Rate };

/**
 * How the settled sum is paid. Optional fields that are absent mean nothing special, and leave the terms hash as it is
 * without them. `steps` only `stepped`, and fewer instalments than `count`; `balloonFen` only `balloon`, the principal
 * of the last instalment; `dueDates` only `irregular`, one for each instalment, the first being `firstDue`, and
 * `weights` how its principal is shared out (absent: evenly). `interestFreePeriods`: the first so many periods bear no
 * interest. `minimumInstalmentFen`: no instalment but the last is smaller, so that `count` is the most there can be.
 */
export type ScheduleParameters = {
  family: ScheduleFamily;
  count: number;
  every: Every;
  firstDue: LocalDate;
  annualRate: Rate;
  dayCount: DayCount;
  steps?: Step[];
  balloonFen?: Fen;
  dueDates?: LocalDate[];
  weights?: number[];
  interestFreePeriods?: number;
  rateSteps?: RateStep[];
  minimumInstalmentFen?: Fen;
};

export const ACCELERATIONS = ["none", "after_grace"] as const;
export type Acceleration = (typeof ACCELERATIONS)[number];

/** In which order a payment extinguishes the components; the first is the statutory order (民法典 561). */
export const ALLOCATIONS = ["fees_interest_principal", "principal_interest_fees"] as const;
export type AllocationOrder = (typeof ALLOCATIONS)[number];

/** What a payment ahead of its time does: pays the next instalments, the last ones, or a part of every open one. */
export const EARLY_PAYMENTS = ["earliest_first", "latest_first", "evenly"] as const;
/** Whether paying everything ahead of time ends interest for periods that have not begun. */
export const EARLY_SETTLEMENTS = ["interest_as_scheduled", "future_interest_dropped"] as const;
/** Whether a day's payments may be any sum, or must at least cover the agreed interest of the oldest open instalment. */
export const PARTIAL_PAYMENTS = ["any_sum", "must_cover_interest"] as const;
/** What becomes of an instalment not paid within grace: owed with its date, or put behind the last one. */
export const MISSED_PAYMENTS = ["stays_due", "moves_to_end"] as const;

/**
 * What was agreed about payments that are not as scheduled. Absent fields, as an absent whole, mean the first choice of each
 * list; `missedBeforeAcceleration` (1–12) instalments must be open past grace before acceleration, absent 1.
 */
export type PaymentPolicies = {
  early?: (typeof EARLY_PAYMENTS)[number];
  settledEarly?: (typeof EARLY_SETTLEMENTS)[number];
  partial?: (typeof PARTIAL_PAYMENTS)[number];
  missed?: (typeof MISSED_PAYMENTS)[number];
  missedBeforeAcceleration?: number;
};

export type PayeeAccount = { name: string; bank: string; number: string };

/**
 * What is agreed (条款). `statementHash` is `hashStatement` of the statement it was computed from; `deferralMonths`
 * moves every instalment later and is free of interest; `graceDays` are calendar days after a due date.
 */
export type Terms = {
  version: 1;
  statementId: string;
  statementHash: string;
  waivers: Waiver[];
  downPaymentFen: Fen;
  downPaymentDue: LocalDate | null;
  deferralMonths: number;
  schedule: ScheduleParameters;
  graceDays: number;
  acceleration: Acceleration;
  allocation: AllocationOrder;
  payeeAccount: PayeeAccount;
  payments?: PaymentPolicies;
};
