import { Refusal } from "../../shared/api/refusal.ts";
import { maskPhone } from "../../shared/parties/mask.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { CodeSent, OneTimeCodes } from "./oneTimeCodes.service.ts";

/** The codes a borrower signs an agreement with. The case is locked by the caller. */
export class SigningCodes {
  readonly #codes: OneTimeCodes;
  readonly #borrowers: BorrowerService;

  constructor(codes: OneTimeCodes, borrowers: BorrowerService) {
    this.#codes = codes;
    this.#borrowers = borrowers;
  }

  /** `binding` says who signs what, word for word; the code is good for nothing else. */
  send(tx: Tx, theCase: Case, subjectId: string, binding = ""): Promise<CodeSent> {
    return this.#codes.send(tx, theCase, "sign", subjectId, binding);
  }

  /** Uses a right code up and counts a wrong try: the caller commits although it refuses. */
  async check(
    tx: Tx,
    theCase: Case,
    subjectId: string,
    given: { code: string; binding: string },
  ): Promise<{ ok: true; sentAt: Date; sentTo: string } | { ok: false; refusal: Refusal }> {
    const checked = await this.#codes.spend(tx, "sign", subjectId, given.code, given.binding);
    if (checked.ok) {
      const borrower = await this.#borrowers.borrower(tx, theCase.borrowerId);
      return { ok: true, sentAt: checked.sentAt, sentTo: maskPhone(borrower.phone) };
    }
    if (checked.expired) return { ok: false, refusal: new Refusal("code_expired", "ask for another code") };
    const { triesLeft, retryAfterSeconds } = checked;
    const params = retryAfterSeconds > 0 ? { triesLeft, retryAfterSeconds } : { triesLeft };
    return { ok: false, refusal: new Refusal("code_wrong", "the code is wrong", { params }) };
  }
}
