import type { LocalDate } from "../calendar/localDate.ts";
import type { Fen } from "../money/fen.ts";

/** The components (科目) of a debt, in the order they are shown. */
export const COMPONENTS = ["principal", "interest", "penalty", "fee"] as const;
export type Component = (typeof COMPONENTS)[number];

/** One component of one debt as of the statement's date. */
export type StatementLine = { debtId: string; component: Component; fen: Fen };

/** The part of a statement (欠款明细) that plans are computed from. */
export type StatementBasis = { statementId: string; asOf: LocalDate; lines: StatementLine[] };

/** An amount for each component. */
export type ComponentAmounts = Record<Component, Fen>;
