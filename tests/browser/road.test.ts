import type { Browser } from "playwright-core";
import { fen } from "../../shared/money/fen.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { keepFailure, launchBrowser, RealClock, Visitor } from "../support/browser.ts";
import { staffActor } from "../support/buildCase.ts";
import { importExport } from "../support/importing.ts";
import { buildPeople, type People } from "../support/people.ts";
import { approverActor } from "../support/settlement.ts";
import { idNamed } from "./ids.ts";
import { confirmAndConsent, identify, openTheLink } from "./roadArrival.ts";
import {
  acceptAndAppoint,
  declareNoConflicts,
  importAccounts,
  SETTLING,
  SILENT,
  SILENT_EXPORT,
} from "./roadIntake.ts";
import { acceptWithApproval, counterOffer, putOffer } from "./roadOffers.ts";
import { escalate, openPacket, seeOpenings, terminate } from "./roadPacket.ts";
import { atTheDesk } from "./roadPeople.ts";
import { enterRoom, expectUntold, openOffers, talk } from "./roadRoom.ts";
import { downloadAgreement, release, seal, seePlan, signByHand, signByName } from "./roadSigning.ts";

describe("the road in a browser", function () {
  this.timeout(480_000);
  let browser: Browser;
  let app: TestApp;
  let people: People;

  before(async function () {
    browser = await launchBrowser(this);
    app = await startTestApp({ clock: new RealClock() });
    people = await buildPeople(app);
    await setPolicy();
  });
  afterEach(async function () {
    await keepFailure(browser, this.currentTest);
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  it("leads from an export to a plan", async () => {
    const agent = await atTheDesk(browser, app, "agent");
    const admin = await atTheDesk(browser, app, "admin");
    const mediator = await atTheDesk(browser, app, "mediator");
    await importAccounts(agent);
    await acceptAndAppoint(admin, "调解员周");
    await declareNoConflicts(mediator);
    await settle({ agent, admin, mediator });
    for (const visitor of [agent, admin, mediator]) await visitor.close();
  });

  it("leads to a packet on a lawyer's desk, in English", async () => {
    const caseId = await invited();
    const { number } = await app.tx((tx) => app.services.cases.find(tx, caseId));
    const mediator = await atTheDesk(browser, app, "mediator", "en");
    const agent = await atTheDesk(browser, app, "agent", "en");
    const lawyer = await atTheDesk(browser, app, "lawyer", "en");
    await terminate(mediator, caseId);
    await escalate(agent, caseId, "律师郑");
    await openPacket(lawyer, number);
    await seeOpenings(agent, "律师郑");
    for (const visitor of [mediator, agent, lawyer]) await visitor.close();
  });

  async function settle({ agent, admin, mediator }: Record<"agent" | "admin" | "mediator", Visitor>) {
    const caseId = await idNamed(app, SETTLING);
    const borrower = await Visitor.open(browser, app.url, { phone: true });
    await openTheLink(borrower, admin);
    await identify(borrower, admin);
    await confirmAndConsent(borrower);
    await openOffers(mediator, caseId);
    await enterRoom(mediator, caseId);
    await enterRoom(agent, caseId);
    await talk(mediator, borrower, agent);
    await putOffer(agent);
    await counterOffer(borrower);
    const approver = await atTheDesk(browser, app, "approver");
    await acceptWithApproval(agent, approver);
    await expectUntold(agent);
    await release(mediator, caseId);
    await signByHand(borrower, admin);
    await signByName(approver, caseId, "审批人赵");
    await signByName(mediator, caseId, "调解员周");
    await seal(admin, caseId);
    await seePlan(borrower);
    await downloadAgreement(agent);
    await agent.goTo(`/cases/${caseId}?tab=timeline`);
    await expectUntold(agent);
    for (const visitor of [approver, borrower]) await visitor.close();
  }

  /** A case as the first road makes it, up to the invitation. */
  async function invited(): Promise<string> {
    await importExport(await app.signIn("agent"), SILENT_EXPORT);
    const caseId = await idNamed(app, SILENT);
    const [admin, mediator] = [people.admin, people.mediator].map((one) => staffActor(one, people.centre));
    const { progress, appointments } = app.services.caseWork;
    await app.tx((tx) => progress.accept(tx, admin!, caseId));
    const { id } = await app.tx((tx) => appointments.propose(tx, admin!, caseId, people.mediator.id));
    await app.tx((tx) =>
      appointments.declare(tx, mediator!, id, { hasConflict: false, statement: "无利害关系" }),
    );
    return caseId;
  }

  /** Agents may give up all penalties and go to twenty-four parts. */
  async function setPolicy(): Promise<void> {
    const limits = {
      maxWaiverBp: { principal: 0, interest: 5_000, penalty: 10_000, fee: 10_000 },
      maxCount: 24,
      maxDeferralMonths: 3,
      minInstalmentFen: fen(10_000),
      minDownPaymentBp: 0,
    };
    await app.tx((tx) =>
      app.services.organisations.setPolicy(tx, approverActor(people), { version: 0, limits }),
    );
  }
});
