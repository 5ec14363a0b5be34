import { expect } from "chai";
import { CAPACITY_ABILITIES, capacityAbilities, whyNot } from "../../../shared/capacity/abilities.ts";
import { assess, monthsAfter } from "../../../shared/capacity/assess.ts";
import { livingFloorOn } from "../../../shared/capacity/livingFloor.ts";
import { EMPTY_DRAFT } from "../../../shared/capacity/statement.ts";
import { differsFrom, submitStatement, verifyLine } from "../../../shared/capacity/submission.ts";
import { CASE_STAGES } from "../../../shared/cases/lifecycle.ts";
import { fen } from "../../../shared/money/fen.ts";
import { aDraft, aLine, ALL_ANSWERED, aStatement } from "./aStatement.ts";

const EXHIBIT = "0192f0c8-0000-7000-8000-000000000001";

describe("handing in a statement", () => {
  it("needs the household and the income, and nothing else", () => {
    expect(submitStatement(EMPTY_DRAFT, null)).to.deep.equal({
      ok: false,
      problems: [
        { pointer: "/householdSize", code: "needed" },
        { pointer: "/sections/income", code: "needed" },
      ],
    });
    const sections = { ...EMPTY_DRAFT.sections, income: "answered" } as const;
    expect(submitStatement(aDraft([], { sections }), null).ok).to.equal(true);
    const skipped = { ...ALL_ANSWERED, income: "skipped" } as const;
    expect(submitStatement(aDraft([], { sections: skipped }), null).ok).to.equal(false);
  });

  it("begins lines as stated, or evidenced where a document is named", () => {
    const draft = aDraft([aLine("earnings", 1), aLine("benefits", 1, { exhibitId: EXHIBIT })]);
    const handedIn = submitStatement(draft, null);
    if (!handedIn.ok) throw new Error("refused");
    expect(handedIn.statement.lines.map(({ evidence }) => evidence)).to.deep.equal(["stated", "evidenced"]);
  });

  it("keeps what was verified only while the line says the same", () => {
    const before = aStatement([
      aLine("earnings", 5_000, { remark: "工资流水一致", exhibitId: EXHIBIT }),
      aLine("benefits", 800),
    ]);
    const again = submitStatement(aDraft([aLine("earnings", 5_000), aLine("benefits", 900)]), before);
    if (!again.ok) throw new Error("refused");
    expect(again.statement.lines.map(({ evidence, remark }) => [evidence, remark])).to.deep.equal([
      ["verified", "工资流水一致"],
      ["stated", null],
    ]);
  });

  it("tells a changed draft from an unchanged one", () => {
    const submitted = aStatement([aLine("earnings", 5_000)]);
    const draft = aDraft([aLine("earnings", 5_000)]);
    expect(differsFrom(draft, submitted)).to.equal(false);
    const verified = verifyLine(submitted, "earnings", {
      evidence: "verified",
      remark: null,
      exhibitId: EXHIBIT,
    })!;
    expect(differsFrom(draft, verified)).to.equal(false);
    for (const other of [
      { ...draft, householdSize: 2 },
      { ...draft, region: "杭州市" },
      { ...draft, sections: { ...ALL_ANSWERED, savings: "skipped" } as const },
      { ...draft, lines: [] },
      aDraft([aLine("earnings", 5_000, { period: "weekly" })]),
      aDraft([aLine("earnings", 5_000, { note: "加班少了" })]),
      aDraft([aLine("earnings", 5_000, { months: [1] })]),
      aDraft([aLine("benefits", 5_000)]),
    ])
      expect(differsFrom(other, submitted)).to.equal(true);
  });

  it("verifies a line that is there, keeping the document it had", () => {
    const statement = aStatement([aLine("earnings", 1, { evidence: "evidenced", exhibitId: EXHIBIT })]);
    const verdict = { evidence: "verified", remark: "看过", exhibitId: null } as const;
    expect(verifyLine(statement, "earnings", verdict)?.lines[0]).to.deep.include({
      evidence: "verified",
      remark: "看过",
      exhibitId: EXHIBIT,
    });
    expect(verifyLine(statement, "home", verdict)).to.equal(null);
  });
});

describe("the living floor", () => {
  const floors = [
    { region: "杭州市", from: "2026-01-01", perPersonFen: fen(120_000), source: "一" },
    { region: "杭州市", from: "2026-07-01", perPersonFen: fen(130_000), source: "二" },
    { region: "杭州市", from: "2026-07-01", perPersonFen: fen(131_000), source: "更正" },
    { region: "上海市", from: "2026-01-01", perPersonFen: fen(150_000), source: "三" },
  ];

  for (const [region, date, source] of [
    ["杭州市", "2025-12-31", undefined],
    ["杭州市", "2026-01-01", "一"],
    ["杭州市", "2026-06-30", "一"],
    ["杭州市", "2026-07-01", "更正"],
    ["上海市", "2026-11-21", "三"],
    ["北京市", "2026-11-21", undefined],
    [null, "2026-11-21", undefined],
  ] as const)
    it(`of ${region} on ${date} is ${source ?? "not set"}`, () => {
      expect(livingFloorOn(floors, region, date)?.source).to.equal(source);
    });

  it("is taken as of the day of the assessment; without one the figure is provisional", () => {
    const statement = aStatement([aLine("earnings", 5_000)], { region: "杭州市", householdSize: 2 });
    const found = assess(statement, floors, "2026-11-21");
    expect([found.floor?.perPersonFen, found.worst.floorFen, found.provisional]).to.deep.equal([
      131_000,
      262_000,
      [],
    ]);
    expect(assess(statement, [], "2026-11-21").provisional).to.deep.equal(["floor_not_set"]);
  });

  it("looks at whole calendar months after the day", () => {
    expect(monthsAfter("2026-11-30", 3)).to.deep.equal(["2026-12", "2027-01", "2027-02"]);
    expect(monthsAfter("2028-01-31", 1)).to.deep.equal(["2028-02"]);
  });
});

describe("who may do what with a statement", () => {
  const reachable = ["invited", "preparing", "negotiating", "signing", "performing", "breached"];

  for (const stage of CASE_STAGES)
    it(`in ${stage}`, () => {
      const facts = { stage, paused: false, submitted: true };
      const inRoom = reachable.includes(stage) && stage !== "invited";
      expect(capacityAbilities("borrower", facts)).to.deep.equal([
        ...(reachable.includes(stage) ? ["save", "submit"] : []),
        ...(inRoom ? ["share"] : []),
      ]);
      expect(capacityAbilities("mediator", facts)).to.deep.equal(reachable.includes(stage) ? ["verify"] : []);
    });

  it("leaves only the filling in while the case is paused", () => {
    const facts = { stage: "preparing", paused: true, submitted: true } as const;
    expect(capacityAbilities("borrower", facts)).to.deep.equal(["save"]);
    expect(capacityAbilities("mediator", facts)).to.deep.equal([]);
  });

  it("has reasons for each refusal", () => {
    const facts = { stage: "preparing", paused: false, submitted: false } as const;
    const reasons = (viewer: "borrower" | "mediator") =>
      CAPACITY_ABILITIES.map((ability) => whyNot(ability, viewer, facts));
    expect(reasons("borrower")).to.deep.equal([null, null, "nothing_submitted", "forbidden"]);
    expect(reasons("mediator")).to.deep.equal(["forbidden", "forbidden", "forbidden", "nothing_submitted"]);
  });
});
