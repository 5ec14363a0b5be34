import { expect } from "chai";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import { addAuthorities } from "../../server/demo/authorities.ts";
import { addDemoPeople, DEMO_PASSWORD } from "../../server/demo/demoPeople.ts";
import { WEBHOOK_EVENTS } from "../../shared/deliveries/eventTypes.ts";
import { createLog } from "../../server/log.ts";
import { allRoutes } from "../../server/routes.ts";
import type { Client } from "../../scripts/walkthrough/client.ts";
import { walk, type Walked } from "../../scripts/walkthrough/walk.ts";
import { startTestApp, TestClock, type TestApp } from "../support/app.ts";
import { Line } from "../support/line.ts";
import { contentOf, readablePaths, readAll } from "../support/outsideView.ts";
import { expectSoundPdf, wordsOf } from "../support/pdf.ts";
import { rows } from "../../server/database/sql.ts";
import { WebhookReceiver } from "../support/webhookReceiver.ts";
import { unzip } from "../support/zip.ts";

/** The second person of this slice of the export owes so much penalty that the offer needs the approver. */
const SEED = 1_790_000_046;

describe("the walkthrough", function () {
  this.timeout(300_000);
  const marker = (): string => `Z${randomBytes(8).toString("hex")}Z`;
  const secrets = { caucus: marker(), note: marker() };
  const logged: string[] = [];
  const told: string[] = [];
  const out = mkdtempSync(path.join(tmpdir(), "parley-out-"));
  let app: TestApp;
  let walked: Walked;
  let paths: string[];
  let receiver: WebhookReceiver;

  before(async () => {
    receiver = await WebhookReceiver.start();
    const log = createLog("trace", { write: (line: string) => void logged.push(line) });
    app = await startTestApp({
      log,
      clock: new TestClock(new Date().toISOString()),
      settings: { WEBHOOK_ALLOW_PRIVATE: "127.0.0.1" },
    });
    const people = await app.tx((tx) => addDemoPeople(tx, app.services.organisations));
    await addAuthorities(app.services, Object.values(people.platforms), app.clock.now());
    const endpoint = { url: receiver.url, description: "", eventTypes: [...WEBHOOK_EVENTS] };
    const { approver } = people.platforms.xinghui;
    const made = await app.tx((tx) => app.services.deliveries.endpoints.create(tx, approver, endpoint));
    receiver.secret = made.secret;
    const tell = (who: string, what: string): void => void told.push(`${who} ${what}`);
    try {
      walked = await walk({ url: app.url, password: DEMO_PASSWORD, out, tell, secrets, seed: SEED });
    } catch (error) {
      // Where it stopped, and what the server thought of it.
      const warnings = logged.filter((line) => !/"level":(10|20|30),/.test(line)).slice(-5);
      throw new Error([told.slice(-5).join("\n"), ...warnings].join("\n"), { cause: error });
    }
    paths = await everyPath();
  });
  after(async () => {
    await app.close();
    await receiver.close();
    rmSync(out, { recursive: true, force: true });
  });

  async function everyPath(): Promise<string[]> {
    const { cast, settlement, escalation } = walked;
    type Items = { items: { id: string }[] };
    const exhibits = await cast.agent.get<Items>(`/api/cases/${escalation.caseId}/exhibits`);
    const imports = await cast.agent.get<Items>("/api/imports");
    const authorities = await cast.approver.get<Items>("/api/signing-authorities");
    const deliveries = await messagesTo(cast.approver);
    await app.services.deliveries.sender.runDue();
    await makeCaseFile(cast.mediator, settlement.caseId);
    expect(deliveries.map(({ type }) => type)).to.have.members(["agreement.sealed", "case.terminated"]);
    const { pageCount } = await cast.mediator.get<{ pageCount: number }>(
      `/api/agreements/${settlement.agreementId}/reading`,
    );
    const all = readablePaths(allRoutes(app.services), {
      caseId: [settlement.caseId, escalation.caseId],
      agreementId: [settlement.agreementId],
      page: Array.from({ length: pageCount }, (_, index) => String(index + 1)),
      authorityId: authorities.items.map(({ id }) => id),
      escalationId: [escalation.escalationId],
      // Nobody met live in it; what there is to read of a session is read where one is held.
      sessionId: ["00000000-0000-4000-8000-000000000000"],
      // Nobody put facts or wrote minutes in it.
      recordId: ["00000000-0000-4000-8000-000000000000"],
      minutesId: ["00000000-0000-4000-8000-000000000000"],
      exhibitId: exhibits.items.map(({ id }) => id),
      deliveryId: deliveries.map(({ id }) => id),
      importId: imports.items.map(({ id }) => id),
      code: ["M-1024", ...(await sealedCodes())],
      version: ["0"],
    });
    // A page as a picture says nothing to a search; its text is read of every page.
    return all.filter((each) => !/\/pages\/(?!1$)\d+$/.test(each));
  }

  /** The codes printed on every paper of the two cases. */
  async function sealedCodes(): Promise<string[]> {
    const found = await app.tx(({ manager }) =>
      rows<{ code: string; kind: string }>(
        manager,
        `SELECT code, kind FROM sealed_document WHERE sealed_at IS NOT NULL`,
      ),
    );
    expect(found.map(({ kind }) => kind)).to.include.members(["agreement", "packet"]);
    return found.map(({ code }) => code);
  }

  async function makeCaseFile(mediator: Client, caseId: string): Promise<void> {
    const { id } = await mediator.post<{ id: string }>(`/api/cases/${caseId}/case-file`, {});
    await app.services.caseFiles.caseFiles.compose(id);
  }

  /** What a platform's systems are told of both cases; written once no older transaction runs any more. */
  async function messagesTo(client: Client): Promise<{ id: string; type: string }[]> {
    for (;;) {
      await app.services.deliveries.writer.catchUp();
      const { items } = await client.get<{ items: { id: string; type: string }[] }>(
        "/api/webhook-deliveries",
      );
      if (items.length > 1) return items;
    }
  }

  /** The paths on which somebody is shown a word; what they may not open says nothing either. */
  async function wherePeopleRead(client: Client, word: string): Promise<string[]> {
    const shown: string[] = [];
    let opened = 0;
    for (const each of paths) {
      const { status, text } = await readAll(client, each);
      if (status === 200) opened += 1;
      if (text.includes(word)) shown.push(each);
    }
    expect(opened, "paths that could be opened at all").to.be.greaterThan(4);
    return shown;
  }

  async function heardBy(client: Client, caseId: string): Promise<string> {
    const line = await Line.open(app.url, client.cookie);
    await line.command(caseId, "room.join", { since: 0, groundRules: GROUND_RULES });
    line.close();
    return line.heard;
  }

  it("takes an offer beyond the agent's limits to the approver before anybody hears of it", () => {
    expect(told.filter((line) => line.includes("beyond the agent's limits"))).to.have.length(1);
  });

  it("leaves documents a court's software can open and read", () => {
    const read = (name: string): Buffer => readFileSync(path.join(out, name));
    const agreement = read("settlement.pdf");
    expectSoundPdf(agreement);
    expect(wordsOf(agreement)).to.include("调解协议书").and.to.include("星汇消费金融有限公司");
    expectSoundPdf(read("certificate.pdf"));
    expect(wordsOf(read("certificate.pdf"))).to.include("调解终止证明");
    const packet = read("packet.pdf");
    // The exhibit in it brings the fonts it came with.
    expectSoundPdf(packet, { ownFontsOnly: false });
    expect(wordsOf(packet)).to.include("民事起诉状").and.to.include("证据目录").and.to.include("郑文博");
  });

  it("leaves a ZIP whose files are those of its manifest, and everything else as data", () => {
    const files = unzip(readFileSync(path.join(out, "packet.zip")));
    expect([...files.keys()]).to.include("manifest.json");
    const manifest = JSON.parse(files.get("manifest.json")!.toString("utf8")) as { files: object[] };
    expect(manifest.files).to.have.length(files.size - 1);
    for (const name of ["settlement.json", "packet.json", "settlement-seen.json", "packet-seen.json"]) {
      expect(existsSync(path.join(out, name)), name).to.equal(true);
      expect(() => JSON.parse(readFileSync(path.join(out, name), "utf8")) as unknown).not.to.throw();
    }
    expect(told.join("\n")).to.include("手机号应为 11 位数字").and.to.include("byte for byte");
  });

  it("shows what was said in the borrower's caucus to the borrower and the mediator", async () => {
    const { cast, settlement } = walked;
    const events = `/api/cases/${settlement.caseId}/room/events`;
    expect(await wherePeopleRead(cast.mediator, secrets.caucus)).to.include(events);
    expect((await readAll(settlement.borrower, events)).text).to.include(secrets.caucus);
    expect(await heardBy(cast.mediator, settlement.caseId)).to.include(secrets.caucus);
  });

  for (const who of ["agent", "approver", "lawyer", "admin"] as const) {
    it(`never shows it to the ${who}, wherever they look`, async () => {
      expect(await wherePeopleRead(walked.cast[who], secrets.caucus)).to.deep.equal([]);
      for (const { caseId } of [walked.settlement, walked.escalation]) {
        expect(await heardBy(walked.cast[who], caseId)).not.to.include(secrets.caucus);
      }
    });
  }

  it("never shows the note of an offer to the lawyer or the office", async () => {
    const offers = `/api/cases/${walked.settlement.caseId}/offers`;
    expect(await wherePeopleRead(walked.cast.agent, secrets.note)).to.include(offers);
    expect(await wherePeopleRead(walked.cast.lawyer, secrets.note)).to.deep.equal([]);
    expect(await wherePeopleRead(walked.cast.admin, secrets.note)).to.deep.equal([]);
  });

  it("tells platforms' systems neither, nor anybody in a notice or the mediation file", async () => {
    expect(receiver.refused).to.deep.equal([]);
    expect(receiver.taken.map(({ message }) => Reflect.get(message as object, "type"))).to.have.members([
      "agreement.sealed",
      "case.terminated",
    ]);
    const notices = await app.tx(({ manager }) => rows<{ body: string }>(manager, "SELECT body FROM notice"));
    expect(notices.length).to.be.greaterThan(2);
    const file = await readAll(
      walked.cast.mediator,
      `/api/cases/${walked.settlement.caseId}/case-file/document.pdf`,
    );
    expect(file.status).to.equal(200);
    const said = [...receiver.taken.map(({ body }) => body), ...notices.map(({ body }) => body), file.text];
    for (const word of Object.values(secrets))
      expect(said.filter((one) => one.includes(word))).to.deep.equal([]);
  });

  it("reads every way out, not only those that are quickly thought of", () => {
    for (const part of [
      "agreement-archive",
      "translation.pdf",
      "case-file/document.pdf",
      "/api/outbox",
      "/text",
    ])
      expect(
        paths.some((each) => each.includes(part)),
        part,
      ).to.equal(true);
    const documents = paths.filter((each) => each.startsWith("/api/public/documents/"));
    expect(documents.length).to.be.greaterThan(2);
  });

  it("puts neither into the packet, the ZIP, the agreement, the certificate or the log", () => {
    for (const name of ["packet.pdf", "packet.zip", "settlement.pdf", "certificate.pdf", "packet.json"]) {
      const content = contentOf(readFileSync(path.join(out, name)));
      expect(content, name).not.to.include(secrets.caucus);
      expect(content, name).not.to.include(secrets.note);
    }
    expect(logged.length).to.be.greaterThan(50);
    const log = logged.join("");
    expect(log).not.to.include(secrets.caucus);
    expect(log).not.to.include(secrets.note);
  });
});
