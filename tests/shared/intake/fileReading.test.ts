import { expect } from "chai";
import { groupByPerson, linesByPerson } from "../../../shared/intake/caseGroups.ts";
import { FileReading, type JudgedRow } from "../../../shared/intake/fileReading.ts";
import { describeProblem } from "../../../shared/intake/problems.ts";
import type { OverdueAccount } from "../../../shared/intake/row.ts";
import { buildRow } from "./exportFixtures.ts";

type Changes = Readonly<Record<string, string>>;

/** Judges rows on consecutive lines of one file; every row must name the same columns. */
function judge(...rows: Changes[]): JudgedRow[] {
  const reading = new FileReading(buildRow(rows[0]).columns, "2026-11-02");
  return rows.map((changes, index) => reading.judge(index + 2, buildRow(changes).cells));
}

function summary({ status, problems }: JudgedRow): string {
  return [status, ...problems.map(({ field, code }) => `${field}:${code}`)].join(" ");
}

describe("intake: rows against each other", () => {
  it("one person with two contracts is fine", () => {
    expect(judge({ 合同编号: "A1" }, { 合同编号: "A2" }).map(summary)).to.deep.equal(["good", "good"]);
  });

  it("one person with two names: the later row is faulty and names the first", () => {
    const [, later] = judge({ 合同编号: "A1" }, { 合同编号: "A2", 借款人姓名: "贺辉竺" });
    expect(summary(later!)).to.equal("faulty borrowerName:conflicting_person");
    expect(later!.problems[0]!.params).to.deep.equal({ firstLine: 2 });
    expect(describeProblem(later!.problems[0]!, "zh")).to.include("第 2 行");
  });

  it("one person with two mobile numbers: the later row is faulty", () => {
    const [, later] = judge({ 合同编号: "A1" }, { 合同编号: "A2", 手机号: "19900009999" });
    expect(summary(later!)).to.equal("faulty phone:conflicting_person");
    expect(later!.account).to.equal(null);
  });

  it("a row that is faulty itself does not stand against a later one", () => {
    const rows = judge({ 合同编号: "A1", 手机号: "1990" }, { 合同编号: "A2", 手机号: "19900009999" });
    expect(rows.map(summary)).to.deep.equal(["faulty phone:phone_length", "good"]);
  });

  it("a faulty row still counts for duplicate contracts", () => {
    const rows = judge({ 手机号: "1990" }, {});
    expect(rows.map(summary)).to.deep.equal([
      "faulty phone:phone_length",
      "faulty contractNumber:duplicate_contract",
    ]);
  });

  it("a statement as of today is fine, as of tomorrow it is not", () => {
    const rows = judge({ 数据日期: "2026-11-02" }, { 合同编号: "A2", 数据日期: "2026-11-03" });
    expect(rows.map(summary)).to.deep.equal(["good", "faulty asOf:as_of_in_future"]);
  });

  it("remarks stay with a good row", () => {
    const [row] = judge({ 首次逾期日: "2025-01-01" });
    expect(summary(row!)).to.equal("good overdueSince:overdue_before_disbursed");
  });

  it("never keeps a third person's value", () => {
    const [row] = judge({ 紧急联系人: "贾明", 紧急联系人电话: "19900027409" });
    expect(JSON.stringify(row)).to.not.include("贾明").and.not.include("19900027409");
  });

  it("a character that cannot be stored is refused in a name", () => {
    const [row] = judge({ 借款人姓名: "贺\0竹" });
    expect(summary(row!)).to.equal("faulty borrowerName:character_lost");
    expect(JSON.stringify(row)).to.not.include("\\u0000");
  });
});

describe("intake: people", () => {
  const accounts = (...rows: Changes[]): OverdueAccount[] => judge(...rows).map(({ account }) => account!);

  it("gathers one person's accounts, as of the latest date, with details from any of them", () => {
    const people = groupByPerson(
      accounts(
        { 合同编号: "A1", 数据日期: "2026-10-30", 邮箱: "" },
        { 合同编号: "A2", 数据日期: "2026-10-31", 邮箱: "a@example.com" },
      ),
    );
    expect(people).to.have.length(1);
    expect(people[0]).to.deep.include({ asOf: "2026-10-31" });
    expect(people[0]!.borrower.email).to.equal("a@example.com");
    expect(people[0]!.debts.map(({ contractNumber }) => contractNumber)).to.deep.equal(["A1", "A2"]);
  });

  it("keeps the lines of a person together wherever they stand in the file", () => {
    const rows = [
      { line: 2, idNumber: "a" },
      { line: 3, idNumber: "b" },
      { line: 9, idNumber: "a" },
    ];
    expect(linesByPerson(rows)).to.deep.equal([[2, 9], [3]]);
  });
});
