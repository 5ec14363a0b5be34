import { expect } from "chai";
import { compose, type Services } from "../../../server/composition.ts";
import { DemoJobs } from "../../../server/demo/demoJobs.ts";
import { createDocuments, type Documents } from "../../../server/documents.ts";
import { startTestApp, type TestApp } from "../../support/app.ts";
import { staffActor } from "../../support/buildCase.ts";
import { buildPeople, type People } from "../../support/people.ts";
import { buildRoomCase } from "../../support/roomCase.ts";

describe("the job that makes a packet", () => {
  let app: TestApp;
  let people: People;
  let slow: Services;
  let hasty: Documents;

  before(async function () {
    this.timeout(60_000);
    app = await startTestApp();
    people = await buildPeople(app);
    // A real drawer that has no time at all, and jobs that nobody takes up behind the test's back.
    hasty = createDocuments({ timeoutMs: 1 });
    const { platform } = app.services;
    slow = compose({
      ...platform,
      documents: hasty,
      jobs: new DemoJobs(platform.jobs, app.clock.now()),
    });
  });
  after(async () => {
    await hasty.close();
    await app.close();
  });

  it("is tried again when drawing took too long, and can be asked for anew when that did not help", async () => {
    const { id: caseId } = await buildRoomCase(app, people);
    const mediator = staffActor(people.mediator, people.centre);
    const agent = staffActor(people.agent, people.platform);
    const end = { reason: "impasse" as const, note: null };
    await app.tx((tx) => slow.caseWork.progress.terminate(tx, mediator, caseId, end));
    await app.services.caseWork.certificates.issue(caseId);
    const { escalations, packets } = slow.escalations;
    const ask = () => app.tx((tx) => escalations.request(tx, agent, caseId, people.lawyer.id));
    const { escalation } = await ask();
    const status = async () => (await escalations.open(agent, escalation.id)).escalation;

    const error: unknown = await packets.compose(escalation.id).catch((reason: unknown) => reason);
    expect(error).to.have.property("code", "document_timeout");
    expect(await status()).to.include({ status: "composing", failure: null });

    await packets.giveUp(escalation.id, error);
    expect(await status()).to.deep.include({ status: "failed", failure: { code: "document_timeout" } });

    await ask();
    await app.services.escalations.packets.compose(escalation.id);
    expect(await status()).to.include({ status: "sealed", failure: null });
  });
});
