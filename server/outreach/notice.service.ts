import { v7 as uuid } from "uuid";
import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { contactRulesOn } from "../../shared/law/lawBook.ts";
import { messageTime } from "../../shared/outreach/contactLimits.ts";
import {
  invitationLink,
  noticeText,
  oneTimeCodeText,
  type NoticeBody,
  type NoticeChannel,
  type NoticeFacts,
  type NoticeKind,
} from "../../shared/outreach/noticeText.ts";
import { CODE_SECONDS } from "../../shared/outreach/tries.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { LawService } from "../law/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { Borrower, BorrowerService } from "../parties/index.ts";
import { calendarText, type CalendarEntry } from "./calendarEntry.ts";
import type { ContactRepository } from "./contact.repository.ts";
import { Notice, type CodePurpose } from "./outreach.entity.ts";
import type { OutreachRepository } from "./outreach.repository.ts";

type Deps = {
  rows: OutreachRepository;
  contacts: ContactRepository;
  borrowers: BorrowerService;
  organisations: OrganisationService;
  journal: Journal;
  publicUrl: string;
  law: LawService;
};

/** Whom a notice goes to: the borrower, or somebody who acts for them. */
export type Addressee = Pick<Borrower, "name" | "phone" | "email" | "idNumber">;
export type NoticeToWrite = {
  kind: Exclude<NoticeKind, "one_time_code">;
  code: string | null;
  /** Other words than those of the kind. */
  body?: NoticeBody;
  /** The meeting it is about. A message that could ring only after it began is not written; a mail carries the entry. */
  meeting?: Meeting;
};
/** `entry` is false where the calendar has it already. */
export type Meeting = Pick<CalendarEntry, "sessionId" | "startsAt" | "minutes" | "sequence" | "cancelled"> & {
  entry: boolean;
};

/**
 * What is to be sent to the borrower. Writing a notice sends nothing: it becomes `ready` in permitted hours, within the
 * day's limit for the number, and while the case is not paused, and a delivery gateway, or the office, takes it from there.
 */
export class NoticeService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Write a notice for the borrower of a locked case, on every channel we have of them, and record it. */
  async write(
    tx: Tx,
    actor: Actor,
    theCase: Case,
    kind: Exclude<NoticeKind, "one_time_code">,
    code: string | null,
    meeting?: Meeting,
  ): Promise<void> {
    const borrower = await this.#deps.borrowers.borrower(tx, theCase.borrowerId);
    await this.writeTo(tx, actor, theCase, borrower, { kind, code, ...(meeting && { meeting }) });
  }

  /** The same for somebody who acts for the borrower. Nobody else is ever written to. */
  async writeTo(
    tx: Tx,
    actor: Actor,
    theCase: Case,
    person: Addressee,
    { kind, code, body: words = kind, meeting }: NoticeToWrite,
  ): Promise<void> {
    const { journal, publicUrl } = this.#deps;
    const link = code === null ? null : invitationLink(publicUrl, code);
    const facts = await this.#facts(tx, theCase, link);
    const body = noticeText(words, meeting ? { ...facts, startsAt: meeting.startsAt } : facts);
    for (const { channel, recipient } of addressesOf(person)) {
      const attendee = recipient;
      const calendar =
        channel === "email" && meeting?.entry === true
          ? calendarText({ ...meeting, link, centrePhone: facts.centrePhone, attendee }, publicUrl, tx.now)
          : null;
      const before = meeting && !meeting.cancelled ? meeting.startsAt : null;
      const input = { kind, channel, recipient, person, body, link, calendar, before };
      const notice = await this.#save(tx, theCase, input);
      if (notice === null) continue;
      await journal.append(tx, theCase.id, actor, [
        { type: "notice.issued", payload: { noticeId: notice.id, kind, channel } },
      ]);
    }
  }

  /** A code that the person asked for a moment ago goes out at any hour. */
  async writeOneTimeCode(
    tx: Tx,
    theCase: Case,
    purpose: CodePurpose,
    code: string,
    person: Addressee,
  ): Promise<void> {
    const { organisations, rows } = this.#deps;
    const centre = await organisations.organisation(tx, theCase.centreId);
    const body = oneTimeCodeText(purpose, { centreName: centre.name, code, minutes: CODE_SECONDS / 60 });
    await rows.saveNotice(
      tx,
      Object.assign(new Notice(), {
        ...draft(tx, theCase, { kind: "one_time_code", channel: "sms", recipient: person.phone, person }),
        body,
        link: null,
        status: "ready" as const,
        notBefore: tx.now,
      }),
    );
  }

  async #facts(tx: Tx, theCase: Case, link: string | null): Promise<NoticeFacts> {
    const { organisations } = this.#deps;
    const centre = await organisations.organisation(tx, theCase.centreId);
    const mediator =
      theCase.mediatorId === null ? null : await organisations.staffMember(tx, theCase.mediatorId);
    return {
      centreName: centre.name,
      centrePhone: centre.phone,
      mediatorName: mediator?.name ?? "",
      verificationCode: mediator?.verificationCode ?? null,
      link,
    };
  }

  async #save(
    tx: Tx,
    theCase: Case,
    input: {
      kind: NoticeKind;
      channel: NoticeChannel;
      recipient: string;
      person: Addressee;
      body: string;
      link: string | null;
      calendar: string | null;
      /** Not worth sending from then on. */
      before: Date | null;
    },
  ): Promise<Notice | null> {
    const notBefore = input.channel === "sms" ? await this.#ringTime(tx, input) : tx.now;
    if (input.before !== null && notBefore >= input.before) return null;
    const free = theCase.pausedAt === null && notBefore <= tx.now;
    return await this.#deps.rows.saveNotice(
      tx,
      Object.assign(new Notice(), {
        ...draft(tx, theCase, input),
        body: input.body,
        link: input.link,
        calendar: input.calendar,
        status: free ? ("ready" as const) : ("waiting" as const),
        notBefore,
      }),
    );
  }

  /** Only what rings a phone has hours and limits; a letter or a mail waits in its box. */
  async #ringTime(tx: Tx, input: { recipient: string; person: Addressee }): Promise<Date> {
    const { contacts, law } = this.#deps;
    await contacts.lockPerson(tx, input.person.idNumber);
    const today = shanghaiDateOf(tx.now);
    const attempts = await contacts.attempts(tx, input.recipient, today);
    const rules = contactRulesOn(await law.book(tx), today);
    return messageTime(tx.now, rules, (day) => attempts.get(day) ?? 0);
  }
}

function draft(
  tx: Tx,
  theCase: Case,
  input: { kind: NoticeKind; channel: NoticeChannel; recipient: string; person: Addressee },
): Pick<
  Notice,
  "id" | "caseId" | "kind" | "channel" | "recipient" | "recipientName" | "createdAt" | "sentAt"
> {
  const { kind, channel, recipient, person } = input;
  return {
    id: uuid(),
    caseId: theCase.id,
    kind,
    channel,
    recipient,
    recipientName: person.name,
    createdAt: tx.now,
    sentAt: null,
  };
}

function addressesOf({ phone, email }: Addressee): { channel: NoticeChannel; recipient: string }[] {
  const sms = { channel: "sms" as const, recipient: phone };
  return email === null ? [sms] : [sms, { channel: "email" as const, recipient: email }];
}
