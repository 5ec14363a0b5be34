import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import { maskPhone } from "../../shared/parties/mask.ts";
import {
  afterWrongTry,
  CODE_SECONDS,
  CODES_PER_DAY,
  MAX_TRIES,
  RESEND_SECONDS,
  secondsUntil,
} from "../../shared/outreach/tries.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Addressee, NoticeService } from "./notice.service.ts";
import { OneTimeCode, type CodePurpose } from "./outreach.entity.ts";
import type { OutreachRepository } from "./outreach.repository.ts";

export type CodeSent = { sentTo: string; expiresInSeconds: number; resendAfterSeconds: number };
export type CodeCheck =
  { ok: true; sentAt: Date } | { ok: false; expired: boolean; triesLeft: number; retryAfterSeconds: number };

const DAY_MS = 86_400_000;

/** Six digits to the number on file: for proving who one is, and for signing. The case is locked by the caller. */
export class OneTimeCodes {
  readonly #rows: OutreachRepository;
  readonly #notices: NoticeService;
  readonly #secret: string;

  constructor(rows: OutreachRepository, notices: NoticeService, secret: string) {
    this.#rows = rows;
    this.#notices = notices;
    this.#secret = secret;
  }

  /** Send a fresh code to this person; the one before it stops working. It is good for `binding` alone. */
  async send(
    tx: Tx,
    theCase: Case,
    purpose: CodePurpose,
    subject: { id: string; person: Addressee },
    binding = "",
  ): Promise<CodeSent> {
    const { id: subjectId, person } = subject;
    const latest = await this.#rows.latestCode(tx, purpose, subjectId);
    this.#refuseWhileWaiting(tx, latest);
    await this.#refuseTooMany(tx, purpose, subjectId, latest);
    const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
    const id = uuid();
    await this.#rows.saveCode(
      tx,
      Object.assign(new OneTimeCode(), {
        id,
        purpose,
        subjectId,
        codeHash: this.#hash(id, code, binding),
        sentAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + CODE_SECONDS * 1000),
        failedTries: 0,
        usedAt: null,
      }),
    );
    await this.#notices.writeOneTimeCode(tx, theCase, purpose, code, person);
    return {
      sentTo: maskPhone(person.phone),
      expiresInSeconds: CODE_SECONDS,
      resendAfterSeconds: RESEND_SECONDS,
    };
  }

  /** Whether this is the latest code and still good. Uses nothing up and counts nothing. */
  async fits(tx: Tx, purpose: CodePurpose, subjectId: string, code: string): Promise<boolean> {
    const latest = await this.#rows.latestCode(tx, purpose, subjectId);
    return latest !== null && this.#isGood(tx, latest, code);
  }

  /** The latest code was used: it works no second time. */
  async use(tx: Tx, purpose: CodePurpose, subjectId: string): Promise<void> {
    const latest = await this.#rows.latestCode(tx, purpose, subjectId);
    if (latest) await this.#rows.saveCode(tx, Object.assign(latest, { usedAt: tx.now }));
  }

  /**
   * Check a code and use it up, or count the wrong try: after five there is a wait in which no code is sent
   * either. A wrong try must be committed although it is refused (see CommittedRefusal).
   */
  async spend(
    tx: Tx,
    purpose: CodePurpose,
    subjectId: string,
    code: string,
    binding = "",
  ): Promise<CodeCheck> {
    const latest = await this.#rows.latestCode(tx, purpose, subjectId);
    this.#refuseWhileWaiting(tx, latest);
    // Nothing was sent, it was used, or its time is over: no guess, and not counted as one.
    if (latest === null || latest.usedAt !== null || tx.now >= latest.expiresAt) {
      return { ok: false, expired: true, triesLeft: 0, retryAfterSeconds: 0 };
    }
    if (this.#isGood(tx, latest, code, binding)) {
      await this.#rows.saveCode(tx, Object.assign(latest, { usedAt: tx.now }));
      return { ok: true, sentAt: latest.sentAt };
    }
    const after = afterWrongTry({ failedTries: latest.failedTries, lockedUntil: null }, tx.now);
    latest.failedTries = after.failedTries;
    // A code that was tried out too often is dead; its end now is the end of the wait.
    if (after.lockedUntil !== null) latest.expiresAt = after.lockedUntil;
    await this.#rows.saveCode(tx, latest);
    return {
      ok: false,
      expired: false,
      triesLeft: after.triesLeft,
      retryAfterSeconds: after.lockedUntil === null ? 0 : secondsUntil(after.lockedUntil, tx.now),
    };
  }

  #isGood(tx: Tx, latest: OneTimeCode, code: string, binding = ""): boolean {
    const given = Buffer.from(this.#hash(latest.id, code.trim(), binding));
    const matches = timingSafeEqual(given, Buffer.from(latest.codeHash));
    return matches && latest.usedAt === null && tx.now < latest.expiresAt && !isTriedOut(latest);
  }

  #refuseWhileWaiting(tx: Tx, latest: OneTimeCode | null): void {
    if (latest === null || !isTriedOut(latest)) return;
    const retryAfterSeconds = secondsUntil(latest.expiresAt, tx.now);
    if (retryAfterSeconds > 0) {
      throw new Refusal("too_many_tries", "too many wrong codes; wait a little", {
        params: { retryAfterSeconds },
      });
    }
  }

  async #refuseTooMany(
    tx: Tx,
    purpose: CodePurpose,
    subjectId: string,
    latest: OneTimeCode | null,
  ): Promise<void> {
    const again = latest === null ? tx.now : new Date(latest.sentAt.getTime() + RESEND_SECONDS * 1000);
    const retryAfterSeconds = secondsUntil(again, tx.now);
    if (retryAfterSeconds > 0) {
      throw new Refusal("rate_limited", "a code was sent a moment ago", { params: { retryAfterSeconds } });
    }
    const since = new Date(tx.now.getTime() - DAY_MS);
    if ((await this.#rows.codesSentSince(tx, purpose, subjectId, since)) >= CODES_PER_DAY) {
      throw new Refusal("rate_limited", "no more codes today; call the centre for help");
    }
  }

  /** Keyed, because six digits alone are found by trying all of them; salted with the row's id. */
  #hash(id: string, code: string, binding: string): string {
    const bound = binding === "" ? "" : `:${binding}`;
    return createHmac("sha256", this.#secret).update(`${id}:${code}${bound}`).digest("hex");
  }
}

function isTriedOut(code: OneTimeCode): boolean {
  return code.failedTries >= MAX_TRIES;
}
