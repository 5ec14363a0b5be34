import { borrowerShell } from "./borrowerShell.en.ts";
import { common } from "./common.en.ts";
import { errors } from "./errors.en.ts";
import { verify } from "./verify.en.ts";

/** What the public pages for checking people and documents say; they need nothing of the borrower's own pages. */
export const verifyEn = { common, errors, borrowerShell, verify };
