import { Refusal } from "../../shared/api/refusal.ts";
import { maskPhone } from "../../shared/parties/mask.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Door } from "./door.ts";
import type { CodeSent, OneTimeCodes } from "./oneTimeCodes.service.ts";

/** The codes an agreement is signed with on the borrower's side. The case is locked by the caller. */
export class SigningCodes {
  readonly #codes: OneTimeCodes;
  readonly #door: Door;

  constructor(codes: OneTimeCodes, door: Door) {
    this.#codes = codes;
    this.#door = door;
  }

  /**
   * To the number of whoever signs: the borrower's, or that of the representative who signs in their place. `binding`
   * says who signs what, word for word; the code is good for nothing else.
   */
  async send(
    tx: Tx,
    theCase: Case,
    subjectId: string,
    binding = "",
    representativeId: string | null = null,
  ): Promise<CodeSent> {
    const person = await this.#door.personOf(tx, theCase, representativeId);
    return await this.#codes.send(tx, theCase, "sign", { id: subjectId, person }, binding);
  }

  /** Uses a right code up and counts a wrong try: the caller commits although it refuses. */
  async check(
    tx: Tx,
    theCase: Case,
    subjectId: string,
    given: { code: string; binding: string; representativeId?: string | null },
  ): Promise<{ ok: true; sentAt: Date; sentTo: string } | { ok: false; refusal: Refusal }> {
    const checked = await this.#codes.spend(tx, "sign", subjectId, given.code, given.binding);
    if (checked.ok) {
      const { phone } = await this.#door.personOf(tx, theCase, given.representativeId ?? null);
      return { ok: true, sentAt: checked.sentAt, sentTo: maskPhone(phone) };
    }
    if (checked.expired) return { ok: false, refusal: new Refusal("code_expired", "ask for another code") };
    const { triesLeft, retryAfterSeconds } = checked;
    const params = retryAfterSeconds > 0 ? { triesLeft, retryAfterSeconds } : { triesLeft };
    return { ok: false, refusal: new Refusal("code_wrong", "the code is wrong", { params }) };
  }
}
