import { borrowerShell } from "./borrowerShell.zh.ts";
import { common } from "./common.zh.ts";
import { errors } from "./errors.zh.ts";
import { verify } from "./verify.zh.ts";

/** What the public pages for checking people and documents say; they need nothing of the borrower's own pages. */
export const verifyZh = { common, errors, borrowerShell, verify };
