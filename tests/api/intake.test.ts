import { readFileSync } from "node:fs";
import { expect } from "chai";
import { rows } from "../../server/database/sql.ts";
import { exportPath } from "../shared/intake/exportFixtures.ts";
import { startTestApp, type Client, type TestApp } from "../support/app.ts";
import { buildExport } from "../support/exports.ts";
import { importExport, settled, uploadExport } from "../support/importing.ts";
import { buildPeople, type People } from "../support/people.ts";

const KNOWN_LAYOUT = readFileSync(exportPath("overdue-accounts.csv"));
const OTHER_LAYOUT = readFileSync(exportPath("overdue-accounts-other-lender.csv"));
const MESSY = readFileSync(exportPath("overdue-accounts-messy.gb18030.csv"));
const OTHER_MAPPING = { 联系电话: "phone", 执行年利率: "annualRate", 联系地址: "residentialAddress" };

/** A separate app for each description: its platform has stated nothing yet. */
function withApp(): { app: () => TestApp; people: () => People } {
  let app: TestApp;
  let people: People;
  before(async () => {
    app = await startTestApp();
    people = await buildPeople(app);
  });
  after(() => app.close());
  return { app: () => app, people: () => people };
}

async function debts(app: TestApp, contractNumber?: string): Promise<Record<string, unknown>[]> {
  return await app.tx((tx) =>
    rows(tx.manager, `SELECT * FROM debt WHERE $1::text IS NULL OR contract_number = $1`, [
      contractNumber ?? null,
    ]),
  );
}

async function cases(app: TestApp): Promise<Record<string, unknown>[]> {
  return await app.tx((tx) =>
    rows(tx.manager, `SELECT c.*, b.id_number FROM "case" c JOIN borrower b ON b.id = c.borrower_id`),
  );
}

describe("importing the known layout", () => {
  const { app, people } = withApp();
  let agent: Client;
  before(async () => {
    agent = await app().signIn("agent");
  });

  it("previews what would be created and leaves emergency contacts out", async () => {
    const uploaded = await uploadExport(agent, KNOWN_LAYOUT, "九月逾期.csv");
    expect(uploaded).to.include({ status: "reading", fileName: "九月逾期.csv", rowsRead: 0 });
    const read = await settled(agent, uploaded.id);
    expect(read).to.include({ status: "previewed", rowsRead: 300, rowsGood: 300, rowsFaulty: 0 });
    expect(read.abilities).to.deep.equal(["map", "confirm", "delete"]);
    expect(read.recognised).to.include({ idNumber: "身份证号", principalFen: "应还本金" });
    expect(read.thirdPerson).to.deep.equal(["紧急联系人", "紧急联系人电话"]);

    const { body: preview } = await agent.get(`/api/imports/${read.id}/preview`).expect(200);
    expect(preview.debts).to.equal(300);
    expect(preview.cases).to.equal(preview.people);
    expect(preview.samples).to.have.length(5);
    expect(preview.samples[0].borrower).to.include({ name: "贺辉竹", idNumber: "99010119780511624X" });
    expect(preview.notImported).to.deep.include({ header: "紧急联系人", reason: "third_person" });
    expect(await debts(app())).to.have.length(0);

    await agent.post(`/api/imports/${read.id}/confirm`).expect(200);
    const imported = await settled(agent, read.id);
    expect(imported).to.include({ status: "imported", rowsImported: 300, casesCreated: preview.cases });
    const opened = await cases(app());
    expect(opened).to.have.length(preview.cases);
    const claimed = opened.reduce((sum, { claimed_fen }) => sum + Number(claimed_fen), 0);
    expect(claimed).to.equal(preview.totals.totalFen);
  });

  it("has stored each value as the file states it", async () => {
    const [debt] = await debts(app(), "HT202526066311");
    expect(debt).to.include({
      product: "借呗",
      lender_name: "江南商业银行股份有限公司",
      lender_type: "bank",
      annual_rate: "0.1095",
      disbursed_fen: "10660000",
      repaid_fen: "3136146",
      remark: "联系不上",
    });
    const lines = await app().tx((tx) =>
      rows<{ component: string; fen: string }>(
        tx.manager,
        `SELECT component, fen FROM statement_line WHERE debt_id = $1 ORDER BY component`,
        [debt!["id"]],
      ),
    );
    expect(lines).to.deep.equal([
      { component: "interest", fen: "139944" },
      { component: "penalty", fen: "209916" },
      { component: "principal", fen: "7523854" },
    ]);
  });

  it("keeps no third person's number anywhere", async () => {
    const found = await app().tx((tx) =>
      rows<{ rows: string }>(
        tx.manager,
        `SELECT count(*) AS rows FROM import_row WHERE cells::text LIKE '%19900027409%' OR cells::text LIKE '%贾明%'`,
      ),
    );
    expect(found[0]!.rows).to.equal("0");
  });

  it("the journal names the person who confirmed, and the platform has consented", async () => {
    const events = await app().tx((tx) =>
      rows<{ type: string; id: string; events: string }>(
        tx.manager,
        `SELECT type, actor->>'id' AS id, count(*) AS events FROM journal_event GROUP BY 1, 2 ORDER BY 1`,
      ),
    );
    const count = String((await cases(app())).length);
    expect(events).to.deep.equal([
      { type: "case.created", id: people().agent.id, events: count },
      { type: "party.consented", id: people().agent.id, events: count },
    ]);
  });

  it("the same file again creates nothing", async () => {
    const { id } = await uploadExport(agent, KNOWN_LAYOUT);
    const read = await settled(agent, id);
    expect(read).to.include({ status: "previewed", rowsGood: 0, rowsKnown: 300, rowsFaulty: 0 });
    expect(read.abilities).to.deep.equal(["map", "delete"]);
    const { body } = await agent.get(`/api/imports/${id}/rows?status=known&limit=1`).expect(200);
    expect(body.items[0].problems[0]).to.include({ code: "already_imported", text: "该合同已导入过" });
    await agent.post(`/api/imports/${id}/confirm`).expect(422);
    expect(await debts(app())).to.have.length(300);
  });

  it("gives the person more debts in the case they already have in intake", async () => {
    const before = await cases(app());
    const text = KNOWN_LAYOUT.toString("utf8").split("\n").slice(0, 2).join("\n");
    const imported = await importExport(agent, `${text.replace("HT202526066311", "HT-NEW-1")}\n`);
    expect(imported).to.include({ status: "imported", rowsImported: 1, casesCreated: 0 });
    expect(await cases(app())).to.have.length(before.length);
  });
});

describe("importing another lender's layout", () => {
  const { app } = withApp();

  it("asks for the columns once and remembers them", async () => {
    const agent = await app().signIn("agent");
    const { id } = await uploadExport(agent, OTHER_LAYOUT);
    const asked = await settled(agent, id);
    expect(asked).to.include({ status: "needs_mapping", rowsRead: 0 });
    expect(asked.missing).to.deep.equal(["phone", "annualRate"]);
    expect(asked.unrecognised).to.deep.include({ header: "联系电话", suggestions: ["phone", "altPhone"] });
    expect(asked.abilities).to.deep.equal(["map", "delete"]);

    const mapping = `/api/imports/${id}/mapping`;
    const partly = await agent.put(mapping, { columns: { 联系电话: "phone" }, remember: true }).expect(422);
    expect(partly.body.errors.map(({ code }: { code: string }) => code)).to.deep.equal([
      "mapping.missing.annualRate",
    ]);
    const wrong = await agent.put(mapping, { columns: { 没有: "phone" }, remember: true }).expect(400);
    expect(wrong.body.errors[0].pointer).to.equal("/columns/没有");

    await agent.put(mapping, { columns: OTHER_MAPPING, remember: true }).expect(200);
    expect(await settled(agent, id)).to.include({ status: "previewed", rowsGood: 200, rowsFaulty: 0 });
    await agent.post(`/api/imports/${id}/confirm`).expect(200);
    expect(await settled(agent, id)).to.include({ status: "imported", rowsImported: 200 });
    const [debt] = await debts(app(), "HT202361958062");
    expect(debt).to.include({ annual_rate: "0.1095", lender_type: "bank" });

    const again = await uploadExport(agent, OTHER_LAYOUT);
    expect(await settled(agent, again.id)).to.include({ status: "previewed", rowsKnown: 200, rowsGood: 0 });
  });

  it("does not remember it for another platform", async () => {
    const other = await app().signIn("otherAgent");
    const { id } = await uploadExport(other, OTHER_LAYOUT);
    expect(await settled(other, id)).to.include({ status: "needs_mapping" });
  });

  it("a new choice of columns reads the file again", async () => {
    const other = await app().signIn("otherAgent");
    const { id } = await uploadExport(other, OTHER_LAYOUT);
    await settled(other, id);
    const columns = { ...OTHER_MAPPING, 联系地址: "ignore", 联系电话: "phone" };
    await other.put(`/api/imports/${id}/mapping`, { columns, remember: false }).expect(200);
    expect(await settled(other, id)).to.include({ status: "previewed", rowsRead: 200 });
    await other.put(`/api/imports/${id}/mapping`, { columns: OTHER_MAPPING, remember: false }).expect(200);
    expect(await settled(other, id)).to.include({ status: "previewed", rowsRead: 200, rowsGood: 200 });
    const { body } = await other.get(`/api/imports/${id}/rows?limit=1`).expect(200);
    expect(body.items[0].account.residentialAddress).to.equal("河南省郑州市金水区花园路122号");
  });
});

describe("importing the messy export", () => {
  const { app } = withApp();

  it("imports what is right, hands back what is not, and takes the corrected rows", async () => {
    const agent = await app().signIn("agent");
    const { id } = await uploadExport(agent, MESSY, "凌乱.csv");
    const read = await settled(agent, id);
    expect(read).to.include({ status: "previewed", rowsRead: 120, rowsGood: 108, rowsFaulty: 12 });
    const faulty = await agent.get(`/api/imports/${id}/rows?status=faulty`).expect(200);
    const first = faulty.body.items[0];
    expect(first.line).to.equal(5);
    expect(first.problems[0]).to.include({ field: "idNumber", code: "id_checksum", header: "身份证号" });
    expect(first.problems[0].text).to.equal("身份证号校验码不正确，请核对号码");
    const english = await agent.get(`/api/imports/${id}/rows?status=faulty&limit=1&locale=en`).expect(200);
    expect(english.body.items[0].problems[0].text).to.include("check character");

    await agent.post(`/api/imports/${id}/confirm`).expect(200);
    expect(await settled(agent, id)).to.include({ status: "imported", rowsImported: 108 });

    const download = await agent.get(`/api/imports/${id}/faulty.csv`).buffer(true).expect(200);
    expect(download.headers["content-disposition"]).to.include(encodeURIComponent("凌乱-待更正.csv"));
    const csv = download.text;
    expect(csv.split("\r\n")).to.have.length(14);
    expect(csv).to.include("原因").and.include("身份证号校验码不正确").and.not.include("卢霞");

    const back = await uploadExport(agent, csv.replace(/"?￥?-?\bNaN\b"?/u, "0.00"), "更正.csv");
    const corrected = await settled(agent, back.id);
    expect(corrected).to.include({ status: "previewed", rowsRead: 12 });
    expect(corrected.rowsFaulty + corrected.rowsKnown + corrected.rowsGood).to.equal(12);
    expect(corrected.rowsGood, "the corrected row").to.equal(1);
    await agent.post(`/api/imports/${back.id}/confirm`).expect(200);
    expect(await settled(agent, back.id)).to.include({ rowsImported: 1 });
  });
});

describe("files that are no exports", () => {
  const { app } = withApp();

  it("a workbook is refused with advice, and can be deleted", async () => {
    const agent = await app().signIn("agent");
    const { id } = await uploadExport(agent, Buffer.from("504b0304140006000800", "hex"), "逾期.xlsx");
    const failed = await settled(agent, id);
    expect(failed).to.include({ status: "failed", rowsRead: 0 });
    expect(failed.failure).to.include({ code: "spreadsheet" });
    expect(failed.failure!.text).to.include("CSV UTF-8");
    await agent.delete(`/api/imports/${id}`).expect(204);
    await agent.get(`/api/imports/${id}`).expect(404);
  });

  it("a file that breaks off in the middle leaves nothing behind", async () => {
    const agent = await app().signIn("agent");
    const text = buildExport(2500);
    const { id } = await uploadExport(agent, `${text}"借呗,HT-OPEN\n`);
    const failed = await settled(agent, id);
    expect(failed).to.include({ status: "failed", rowsRead: 0, rowsGood: 0 });
    expect(failed.failure!.code).to.equal("quoting");
    const { body } = await agent.get(`/api/imports/${id}/rows`).expect(200);
    expect(body.items).to.deep.equal([]);
  });

  it("a request without a file, or with a file too large, is refused", async () => {
    const agent = await app().signIn("agent");
    const none = await agent.upload("/api/imports").field("note", "x").expect(400);
    expect(none.body.errors[0].pointer).to.equal("/file");
    const large = Buffer.alloc(21 * 1024 * 1024, "a");
    const { body } = await agent.upload("/api/imports").attach("file", large, "big.csv").expect(413);
    expect(body.code).to.equal("file_too_large");
  });
});

describe("who sees an import", () => {
  const { app } = withApp();

  it("staff of the same platform and nobody else", async () => {
    const agent = await app().signIn("agent");
    const { id } = await uploadExport(agent, buildExport(3));
    await settled(agent, id);
    const colleague = await app().signIn("approver");
    await colleague.get(`/api/imports/${id}`).expect(200);
    const listed = await colleague.get("/api/imports").expect(200);
    expect(listed.body.items.map((item: { id: string }) => item.id)).to.deep.equal([id]);

    const other = await app().signIn("otherAgent");
    for (const path of ["", "/rows", "/preview", "/faulty.csv"]) {
      const { body } = await other.get(`/api/imports/${id}${path}`).expect(404);
      expect(body.code).to.equal("not_found");
    }
    await other.put(`/api/imports/${id}/mapping`, { columns: {}, remember: false }).expect(404);
    await other.post(`/api/imports/${id}/confirm`).expect(404);
    await other.delete(`/api/imports/${id}`).expect(404);
    const { body } = await other.get("/api/imports").expect(200);
    expect(body.items).to.deep.equal([]);
    const mediator = await app().signIn("mediator");
    await mediator.get(`/api/imports/${id}`).expect(403);
  });

  it("lists page by page, newest first", async () => {
    const agent = await app().signIn("agent");
    await uploadExport(agent, buildExport(3, { prefix: "P" }));
    const first = await agent.get("/api/imports?limit=1").expect(200);
    const second = await agent.get(`/api/imports?limit=1&cursor=${first.body.next}`).expect(200);
    expect(second.body.next).to.equal(null);
    expect(first.body.items[0].createdAt >= second.body.items[0].createdAt).to.equal(true);
    expect(first.body.items[0].id).to.not.equal(second.body.items[0].id);
  });
});
