import { borrowerCaseZh } from "./borrowerCase.zh.ts";
import { borrowerDoorZh } from "./borrowerDoor.zh.ts";

/** All words of the borrower's pages; the key of an area is what comes first in t("area.text"). */
export const borrowerZh = { ...borrowerDoorZh, ...borrowerCaseZh };
