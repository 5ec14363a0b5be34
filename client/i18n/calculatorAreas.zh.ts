import { borrowerShell } from "./borrowerShell.zh.ts";
import { calculator } from "./calculator.zh.ts";
import { common } from "./common.zh.ts";
import { errors } from "./errors.zh.ts";

/** What the public calculator says; kept apart, so that the borrower's own pages need not carry it. */
export const calculatorZh = { common, errors, borrowerShell, calculator };
