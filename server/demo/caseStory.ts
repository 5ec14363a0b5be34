import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { addDays, type LocalDate } from "../../shared/calendar/localDate.ts";
import { shanghaiInstant } from "../../shared/calendar/shanghai.ts";
import type { TerminationReason } from "../../shared/cases/lifecycle.ts";
import type { BorrowerReport, Channel } from "../../shared/journal/events.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { Services } from "../composition.ts";
import type { Tx } from "../database/transaction.ts";
import { CommittedRefusal } from "../http/route.ts";
import type { DemoStage } from "./demoStage.ts";
import type { DemoPeople, DemoPlatform, MediatorKey, StaffActor } from "./demoPeople.ts";
import type { DemoAccount } from "./demoExport.ts";

export type Who = "borrower" | "mediator" | "agent" | "approver";
export type Line = [who: Who, channel: Channel, text: string];

type Cast = {
  stage: DemoStage;
  people: DemoPeople;
  account: DemoAccount;
  caseId: string;
  idNumber: string;
  importedOn: LocalDate;
};

/** One case as its people live it: every act is a call of the service that a person's click would call. */
export class CaseStory {
  readonly caseId: string;
  readonly account: DemoAccount;
  readonly people: DemoPeople;
  readonly platform: DemoPlatform;
  readonly services: Services;
  readonly #stage: DemoStage;
  readonly #idNumber: string;
  readonly #importedOn: LocalDate;
  #mediator: StaffActor;
  #borrower: Actor | null = null;
  #appointmentId = "";

  constructor(cast: Cast) {
    this.caseId = cast.caseId;
    this.account = cast.account;
    this.people = cast.people;
    this.platform = cast.people.platforms[cast.account.platform];
    this.services = cast.stage.services;
    this.#stage = cast.stage;
    this.#idNumber = cast.idNumber;
    this.#importedOn = cast.importedOn;
    this.#mediator = cast.people.mediators.zhou;
  }

  /** Go on to a time of the day that many days after the export came; without a day, later on the same day. */
  day(count: number, time: string): void {
    this.#stage.clock.goTo(addDays(this.#importedOn, count), time);
  }

  /** A time of the day that many days after the export came, as an instant. */
  instantOf(count: number, time: string): string {
    const [hour = 0, minute = 0] = time.split(":").map(Number);
    return shanghaiInstant(addDays(this.#importedOn, count), hour, minute).toISOString();
  }

  on(date: LocalDate, time: string): void {
    this.#stage.clock.goTo(date, time);
  }

  minutes(count: number): void {
    this.#stage.clock.minutes(count);
  }

  now(): Date {
    return this.#stage.clock.now();
  }

  /** What day it really is. */
  get today(): LocalDate {
    return this.#stage.today;
  }

  act<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#stage.act(run);
  }

  settle(): Promise<void> {
    return this.#stage.settle();
  }

  sendNotices(): Promise<void> {
    return this.#stage.sendNotices();
  }

  actor(who: Who): Actor {
    if (who === "mediator") return this.#mediator;
    if (who === "agent" || who === "approver") return this.platform[who];
    if (this.#borrower === null) throw new Error(`${this.account.name} has not proved who they are`);
    return this.#borrower;
  }

  async accept(): Promise<void> {
    await this.act((tx) => this.services.caseWork.progress.accept(tx, this.people.admin, this.caseId));
  }

  async declineCase(note: string): Promise<void> {
    await this.act((tx) => this.services.caseWork.progress.decline(tx, this.people.admin, this.caseId, note));
  }

  async propose(mediator: MediatorKey): Promise<void> {
    this.#mediator = this.people.mediators[mediator];
    const { staffId } = this.#mediator;
    const { appointments } = this.services.caseWork;
    const { id } = await this.act((tx) => appointments.propose(tx, this.people.admin, this.caseId, staffId));
    this.#appointmentId = id;
  }

  async declare(statement: string, hasConflict = false): Promise<void> {
    await this.act((tx) =>
      this.services.caseWork.appointments.declare(tx, this.#mediator, this.#appointmentId, {
        hasConflict,
        statement,
      }),
    );
  }

  async openLink(): Promise<void> {
    const code = await this.#invitationCode();
    await this.act((tx) => this.services.outreach.invitations.open(tx, code));
  }

  async identify(): Promise<void> {
    const { identification } = this.services.outreach;
    const code = await this.#invitationCode();
    await this.act((tx) => identification.sendCode(tx, code));
    const proof = { oneTimeCode: await this.codeSent(), idLastFour: this.#idNumber.slice(-4) };
    const found = await this.act((tx) => identification.identify(tx, code, proof));
    if (found instanceof CommittedRefusal) throw found.refusal;
    this.#borrower = found;
  }

  async reportAsStranger(report: BorrowerReport, note: string): Promise<void> {
    const code = await this.#invitationCode();
    await this.act((tx) => this.services.outreach.invitations.reportAsStranger(tx, code, { report, note }));
  }

  async report(report: BorrowerReport, note: string): Promise<void> {
    const actor = this.actor("borrower");
    await this.act((tx) =>
      this.services.outreach.invitations.report(tx, actor, this.caseId, { report, note }),
    );
  }

  async respond(answer: "consent" | "decline", note: string | null = null): Promise<void> {
    const actor = this.actor("borrower");
    const { progress } = this.services.caseWork;
    await this.act((tx) => progress.borrowerResponds(tx, actor, this.caseId, { answer, note }));
    if (answer === "decline") await this.sendNotices();
  }

  /** The borrower confirms the statement but for what they dispute. */
  async answerStatement(disputed: Partial<Record<Component, string>> = {}): Promise<void> {
    const { lines } = await this.act((tx) => this.services.statements.current(tx, this.caseId));
    for (const { id: lineId, component } of lines) {
      const reason = disputed[component] ?? null;
      const answer = reason === null ? ("confirmed" as const) : ("disputed" as const);
      await this.act((tx) =>
        this.services.caseWork.statementWork.answerLine(tx, this.actor("borrower"), {
          caseId: this.caseId,
          lineId,
          answer,
          reason,
          exhibitId: null,
        }),
      );
    }
  }

  async openOffers(): Promise<void> {
    const actor = this.actor("mediator");
    await this.act((tx) => this.services.caseWork.progress.openOffers(tx, actor, this.caseId));
    await this.sendNotices();
  }

  async join(...everyone: Who[]): Promise<void> {
    for (const who of everyone) {
      await this.act((tx) =>
        this.services.rooms.rooms.join(tx, this.actor(who), {
          caseId: this.caseId,
          since: 0,
          groundRules: GROUND_RULES,
        }),
      );
    }
  }

  async talk(...lines: Line[]): Promise<void> {
    const { caseId } = this;
    for (const [who, channel, text] of lines) {
      await this.act((tx) =>
        this.services.rooms.messages.post(tx, this.actor(who), { caseId, channel, text }),
      );
    }
  }

  /** The same for somebody who acts beside or for a party. */
  async joinAs(actor: Actor): Promise<void> {
    const { caseId } = this;
    await this.act((tx) =>
      this.services.rooms.rooms.join(tx, actor, { caseId, since: 0, groundRules: GROUND_RULES }),
    );
  }

  async sayAs(actor: Actor, channel: Channel, text: string): Promise<void> {
    const { caseId } = this;
    await this.act((tx) => this.services.rooms.messages.post(tx, actor, { caseId, channel, text }));
  }

  async pause(): Promise<void> {
    const actor = this.actor("mediator");
    await this.act((tx) => this.services.caseWork.progress.pause(tx, actor, this.caseId, null));
  }

  async terminate(reason: TerminationReason, note: string): Promise<void> {
    const actor = this.actor("mediator");
    const input = { reason, note };
    await this.act((tx) => this.services.caseWork.progress.terminate(tx, actor, this.caseId, input));
    await this.sendNotices();
  }

  /** The newest code sent in this case, read from the outbox as the office does. */
  async codeSent(): Promise<string> {
    const { outbox } = this.services.outreach;
    const query = { kind: "one_time_code", limit: 100 };
    const { items } = await this.act((tx) => outbox.list(tx, this.people.admin, query));
    const own = items.find((item) => Reflect.get(item, "caseId") === this.caseId);
    const code = own && /\d{6}/.exec(String(Reflect.get(own, "body")));
    if (!code) throw new Error(`no code was sent to ${this.account.name}`);
    return code[0];
  }

  /** The address that opens this case to its borrower. */
  link(): Promise<string> {
    return this.services.platform.db.read((tx) =>
      this.services.outreach.invitations.link(tx, this.people.admin, this.caseId),
    );
  }

  async #invitationCode(): Promise<string> {
    const code = (await this.link()).split("/").at(-1);
    if (code === undefined) throw new Error("a link without a code");
    return code;
  }
}
