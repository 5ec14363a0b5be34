import { Refusal } from "../../shared/api/refusal.ts";
import { isIdLastFour } from "../../shared/parties/mask.ts";
import { afterWrongTry, secondsLocked, WAIT_SECONDS } from "../../shared/outreach/tries.ts";
import type { BorrowerActor } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { CommittedRefusal } from "../http/route.ts";
import type { Journal } from "../journal/index.ts";
import type { Door } from "./door.ts";
import { LINK_HOLDER, type InvitationService } from "./invitation.service.ts";
import type { CodeSent, OneTimeCodes } from "./oneTimeCodes.service.ts";
import type { Invitation } from "./outreach.entity.ts";
import type { OutreachRepository } from "./outreach.repository.ts";

/** How whoever holds the link proves to be the borrower: a code to the number on file, and the end of their ID. */
export class Identification {
  readonly #deps: {
    rows: OutreachRepository;
    invitations: InvitationService;
    codes: OneTimeCodes;
    door: Door;
    journal: Journal;
  };

  constructor(deps: {
    rows: OutreachRepository;
    invitations: InvitationService;
    codes: OneTimeCodes;
    door: Door;
    journal: Journal;
  }) {
    this.#deps = deps;
  }

  async sendCode(tx: Tx, typedCode: string): Promise<CodeSent> {
    const { invitation, theCase } = await this.#deps.invitations.usable(tx, typedCode);
    refuseWhileLocked(invitation, tx.now);
    const person = await this.#deps.door.personOf(tx, theCase, invitation.representativeId);
    return await this.#deps.codes.send(tx, theCase, "identify", { id: invitation.id, person });
  }

  /**
   * The borrower or somebody who acts for them, or a refusal that is kept because the try was counted. Which of the two proofs was wrong is
   * never said, and the count is the invitation's: asking for another code does not begin it anew.
   */
  async identify(
    tx: Tx,
    typedCode: string,
    proof: { oneTimeCode: string; idLastFour: string },
  ): Promise<BorrowerActor | CommittedRefusal> {
    const { rows, invitations, codes, door, journal } = this.#deps;
    const { invitation, theCase } = await invitations.usable(tx, typedCode);
    refuseWhileLocked(invitation, tx.now);
    const { representativeId } = invitation;
    const person = await door.personOf(tx, theCase, representativeId);
    const codeFits = await codes.fits(tx, "identify", invitation.id, proof.oneTimeCode);
    if (!codeFits || !isIdLastFour(person.idNumber, proof.idLastFour)) {
      return await this.#countWrongTry(tx, invitation);
    }
    await codes.use(tx, "identify", invitation.id);
    const actor = await door.actorOf(tx, {
      borrowerId: theCase.borrowerId,
      caseId: theCase.id,
      ...(representativeId === null ? {} : { representativeId }),
    });
    if (actor === null) throw new Refusal("invitation_expired", "this invitation is no longer valid");
    if (invitation.identifiedAt === null) {
      const method = "one_time_code_and_id" as const;
      await journal.append(tx, theCase.id, actor, [
        representativeId === null
          ? { type: "borrower.identified", payload: { method } }
          : { type: "representative.identified", payload: { representativeId, method } },
      ]);
    }
    invitation.identifiedAt ??= tx.now;
    await rows.saveInvitation(tx, Object.assign(invitation, { failedTries: 0, lockedUntil: null }));
    return actor;
  }

  async #countWrongTry(tx: Tx, invitation: Invitation): Promise<CommittedRefusal> {
    const { triesLeft, ...tries } = afterWrongTry(invitation, tx.now);
    await this.#deps.rows.saveInvitation(tx, Object.assign(invitation, tries));
    await this.#deps.journal.append(tx, invitation.caseId, LINK_HOLDER, [
      invitation.representativeId === null
        ? { type: "borrower.identificationFailed", payload: { triesLeft } }
        : {
            type: "representative.identificationFailed",
            payload: { representativeId: invitation.representativeId, triesLeft },
          },
    ]);
    const params = triesLeft === 0 ? { triesLeft, retryAfterSeconds: WAIT_SECONDS } : { triesLeft };
    return new CommittedRefusal(
      new Refusal("code_wrong", "the code or the end of the identity number is wrong", { params }),
    );
  }
}

function refuseWhileLocked(invitation: Invitation, now: Date): void {
  const retryAfterSeconds = secondsLocked(invitation, now);
  if (retryAfterSeconds > 0) {
    throw new Refusal("too_many_tries", "too many wrong tries; wait a little", {
      params: { retryAfterSeconds },
    });
  }
}
