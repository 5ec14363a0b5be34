import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { REACHING_STAGES } from "../../shared/cases/abilities.ts";
import type { BorrowerReport } from "../../shared/journal/events.ts";
import { invitationState } from "../../shared/outreach/invitation.ts";
import { invitationCodeFrom, normaliseInvitationCode } from "../../shared/outreach/invitationCode.ts";
import { invitationLink } from "../../shared/outreach/noticeText.ts";
import { INVITATION_DAYS, secondsLocked } from "../../shared/outreach/tries.ts";
import { maskName, maskPhone } from "../../shared/parties/mask.ts";
import {
  onlyBorrowerOfCase,
  onlyInStages,
  onlyMediatorOrCentreOfCase,
  type Case,
  type CaseService,
  type Inviting,
} from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { Door } from "./door.ts";
import type { NoticeService } from "./notice.service.ts";
import { Invitation } from "./outreach.entity.ts";
import type { OutreachRepository } from "./outreach.repository.ts";

/** Whoever holds the link, before they have proved anything. */
export const LINK_HOLDER: Actor = { kind: "system", name: "持有邀请链接的人" };

const DAY_MS = 86_400_000;
/** A stranger with the link may tell us they are one; they need not tell us more often than this. */
const STRANGERS_REPORTS = 5;

type Deps = {
  rows: OutreachRepository;
  notices: NoticeService;
  cases: CaseService;
  door: Door;
  organisations: OrganisationService;
  journal: Journal;
  publicUrl: string;
};

/** The link a borrower comes in by. */
export class InvitationService implements Inviting {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Issue the invitation of a locked case and the notices that carry it. Older links stop working. */
  async invite(tx: Tx, actor: Actor, theCase: Case): Promise<void> {
    const invitation = await this.#issue(tx, theCase, null);
    await this.#deps.notices.write(tx, actor, theCase, "invitation", invitation.code);
  }

  /** The same for somebody who acts for the borrower: a door of their own. */
  async inviteRepresentative(
    tx: Tx,
    actor: Actor,
    theCase: Case,
    representative: { id: string; name: string; phone: string; idNumber: string },
  ): Promise<void> {
    const { code } = await this.#issue(tx, theCase, representative.id);
    const person = { ...representative, email: null };
    await this.#deps.notices.writeTo(tx, actor, theCase, person, {
      kind: "invitation",
      code,
      body: "representation",
    });
  }

  /** The link of somebody who acts no more opens nothing. */
  async revoke(tx: Tx, caseId: string, representativeId: string): Promise<void> {
    await this.#deps.rows.revokeInvitations(tx, caseId, representativeId);
  }

  async #issue(tx: Tx, theCase: Case, representativeId: string | null): Promise<Invitation> {
    const { rows } = this.#deps;
    await rows.revokeInvitations(tx, theCase.id, representativeId);
    return await rows.saveInvitation(
      tx,
      Object.assign(new Invitation(), {
        id: uuid(),
        caseId: theCase.id,
        representativeId,
        code: newCode(),
        issuedAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + INVITATION_DAYS * DAY_MS),
        openedAt: null,
        identifiedAt: null,
        failedTries: 0,
        lockedUntil: null,
        revokedAt: null,
      }),
    );
  }

  /** Send a new link, for instance after the old one was lost or the number was corrected. */
  async resend(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyMediatorOrCentreOfCase(actor, theCase);
    onlyInStages(theCase, REACHING_STAGES);
    await this.invite(tx, actor, theCase);
  }

  /** The address of the case's current link. */
  async link(tx: Tx, actor: Actor, caseId: string): Promise<string> {
    onlyMediatorOrCentreOfCase(actor, await this.#deps.cases.find(tx, caseId));
    const invitation = await this.#deps.rows.currentInvitation(tx, caseId, null);
    if (!invitation) throw new Refusal("not_found", "this case has no invitation");
    return invitationLink(this.#deps.publicUrl, invitation.code);
  }

  /** The code in the current link of somebody who acts for the borrower, for those who pass notices on. */
  async codeOf(tx: Tx, caseId: string, representativeId: string): Promise<string> {
    const invitation = await this.#deps.rows.currentInvitation(tx, caseId, representativeId);
    if (!invitation) throw new Refusal("not_found", "this person has no invitation");
    return invitation.code;
  }

  /** What whoever opens the link may know: who asks, and nothing of what for. Records the first opening. */
  async open(tx: Tx, code: string): Promise<object> {
    const { invitation, theCase } = await this.usable(tx, code);
    if (invitation.openedAt === null) {
      invitation.openedAt = tx.now;
      await this.#deps.rows.saveInvitation(tx, invitation);
      // The record counts how the borrower was reached; somebody who acts for them is no part of that.
      if (invitation.representativeId === null) {
        await this.#deps.journal.append(tx, theCase.id, LINK_HOLDER, [
          { type: "invitation.opened", payload: {} },
        ]);
      }
    }
    return await this.#landing(tx, invitation, theCase);
  }

  /** Something is wrong with the invitation, says whoever holds it. */
  async reportAsStranger(
    tx: Tx,
    code: string,
    input: { report: BorrowerReport; note: string },
  ): Promise<void> {
    const { theCase, invitation } = await this.usable(tx, code);
    if (invitation.representativeId !== null) throw new Refusal("forbidden", "call the centre instead");
    if ((await this.#deps.rows.strangersReports(tx, theCase.id)) >= STRANGERS_REPORTS) {
      throw new Refusal("rate_limited", "the mediator has your reports; call the centre for help");
    }
    await this.#deps.journal.append(tx, theCase.id, LINK_HOLDER, [
      { type: "borrower.reported", payload: { ...input, identified: false } },
    ]);
  }

  /** The borrower tells the mediator, and only the mediator. */
  async report(
    tx: Tx,
    actor: Actor,
    caseId: string,
    input: { report: BorrowerReport; note: string },
  ): Promise<void> {
    const theCase = await this.#deps.cases.lock(tx, caseId);
    onlyBorrowerOfCase(actor, theCase);
    if (!REACHING_STAGES.includes(theCase.stage)) throw new Refusal("stage_forbids", "the case has ended");
    await this.#deps.journal.append(tx, theCase.id, actor, [
      { type: "borrower.reported", payload: { ...input, identified: true } },
    ]);
  }

  /** The invitation behind a code as typed, and its case, both locked; refuses what opens no door. */
  async usable(tx: Tx, typed: string): Promise<{ invitation: Invitation; theCase: Case }> {
    const code = normaliseInvitationCode(typed);
    const found = code === null ? null : await this.#deps.rows.invitationByCode(tx, code);
    if (!found) throw new Refusal("not_found", "there is no such invitation");
    const theCase = await this.#deps.cases.lock(tx, found.caseId);
    const invitation = await this.#deps.rows.lockInvitation(tx, found.id);
    if (!invitation) throw new Refusal("not_found", "there is no such invitation");
    if (invitationState(invitation, tx.now) !== "open") {
      throw new Refusal(
        "invitation_expired",
        "this invitation is no longer valid; ask the centre for a new one",
      );
    }
    return { invitation, theCase };
  }

  async #landing(tx: Tx, invitation: Invitation, theCase: Case): Promise<object> {
    const { organisations, door } = this.#deps;
    const centre = await organisations.organisation(tx, theCase.centreId);
    const platform = await organisations.organisation(tx, theCase.platformId);
    const person = await door.personOf(tx, theCase, invitation.representativeId);
    const mediator =
      theCase.mediatorId === null ? null : await organisations.staffMember(tx, theCase.mediatorId);
    const retryAfterSeconds = secondsLocked(invitation, tx.now);
    const representing = invitation.representativeId !== null;
    return {
      centre: { name: centre.name, phone: centre.phone, address: centre.address },
      mediator: mediator && { name: mediator.name, verificationCode: mediator.verificationCode },
      // A third person has not proved who they are: whom the case is with is not for them to read yet.
      platform: representing ? null : { name: platform.name },
      /** Whose door it is: the person who is asked to prove who they are. */
      borrowerNameMasked: maskName(person.name),
      phoneMasked: maskPhone(person.phone),
      representing,
      expiresAt: invitation.expiresAt,
      identified: invitation.identifiedAt !== null,
      locked: retryAfterSeconds > 0,
      retryAfterSeconds,
    };
  }
}

function newCode(): string {
  for (;;) {
    const code = invitationCodeFrom(randomBytes(32));
    if (code !== null) return code;
  }
}
