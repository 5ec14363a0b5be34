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
 * `equal_principal` (等额本金) charge `annualRate` on the declining balance.
 */
export const SCHEDULE_FAMILIES = ["lump_sum", "level", "equal_instalment", "equal_principal"] as const;
export type ScheduleFamily = (typeof SCHEDULE_FAMILIES)[number];

/** The distance between due dates: whole months (1–12) or whole days (7–366). */
export type Every = { months: number } | { days: number };

export type ScheduleParameters = {
  family: ScheduleFamily;
  count: number;
  every: Every;
  firstDue: LocalDate;
  annualRate: Rate;
  dayCount: DayCount;
};

export const ACCELERATIONS = ["none", "after_grace"] as const;
export type Acceleration = (typeof ACCELERATIONS)[number];

/** In which order a payment extinguishes the components; the first is the statutory order (民法典 561). */
export const ALLOCATIONS = ["fees_interest_principal", "principal_interest_fees"] as const;
export type AllocationOrder = (typeof ALLOCATIONS)[number];

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
};
