import { borrowerShell } from "./borrowerShell.en.ts";
import { calculator } from "./calculator.en.ts";
import { common } from "./common.en.ts";
import { errors } from "./errors.en.ts";

/** What the public calculator says; kept apart, so that the borrower's own pages need not carry it. */
export const calculatorEn = { common, errors, borrowerShell, calculator };
