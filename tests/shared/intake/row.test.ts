import { expect } from "chai";
import { ContractDuplicates } from "../../../shared/intake/duplicates.ts";
import { FIELDS, FIELD_NAMES, isField } from "../../../shared/intake/fields.ts";
import { recogniseColumns } from "../../../shared/intake/mapping.ts";
import { describeProblem, describeProblemInFull } from "../../../shared/intake/problems.ts";
import { readRow, type RowReading } from "../../../shared/intake/row.ts";
import { buildRow } from "./exportFixtures.ts";

function read(changes: Readonly<Record<string, string>> = {}): RowReading {
  const { cells, columns } = buildRow(changes);
  return readRow(cells, columns);
}

function codes(reading: RowReading): string[] {
  return (reading.ok ? reading.warnings : reading.problems).map(({ field, code }) => `${field}:${code}`);
}

describe("intake: one row", () => {
  it("becomes an account with fen, fractions and nulls for what is not there", () => {
    const reading = read({ 期数: "12", 备用电话: "", 备注: "联系不上" });
    expect(reading).to.deep.equal({
      ok: true,
      warnings: [],
      account: {
        product: "借呗",
        contractNumber: "HT202526066311",
        lenderName: "江南商业银行股份有限公司",
        lenderType: "bank",
        borrowerName: "贺辉竹",
        idNumber: "99010119780511624X",
        phone: "19900001274",
        altPhone: null,
        email: null,
        registeredAddress: null,
        residentialAddress: null,
        disbursedOn: "2025-06-16",
        disbursedFen: 10660000,
        receivedFen: null,
        termCount: 12,
        annualRate: "0.1095",
        penaltyMarkup: null,
        principalFen: 7523854,
        interestFen: 139944,
        penaltyFen: 209916,
        feeFen: 0,
        overdueSince: "2026-08-30",
        asOf: "2026-10-31",
        repaidFen: null,
        riskTier: null,
        note: "联系不上",
      },
    });
  });

  for (const field of FIELD_NAMES.filter((name) => FIELDS[name].required)) {
    it(`is refused without ${field}`, () => {
      const { cells, columns } = buildRow();
      cells[columns.mapping[field] ?? -1] = " ";
      expect(codes(readRow(cells, columns))).to.deep.equal([`${field}:required`]);
    });
  }

  it("names the file's own header and the value with every problem, all at once", () => {
    const reading = read({ 手机号: "12345", 应还利息: "NaN" });
    expect(reading).to.deep.equal({
      ok: false,
      contractNumber: "HT202526066311",
      problems: [
        { field: "phone", header: "手机号", value: "12345", code: "phone_length", params: { digits: 5 } },
        { field: "interestFen", header: "应还利息", value: "NaN", code: "money_format", params: {} },
      ],
    });
  });

  it("may be overdue on the data date but not after it", () => {
    expect(codes(read({ 首次逾期日: "2026-10-31" }))).to.deep.equal([]);
    expect(codes(read({ 首次逾期日: "2026-11-01" }))).to.deep.equal(["overdueSince:overdue_after_as_of"]);
  });

  it("may be disbursed on the data date but not after it", () => {
    const sameDay = { 放款日期: "2026-10-31", 首次逾期日: "2026-10-31" };
    expect(codes(read(sameDay))).to.deep.equal([]);
    expect(codes(read({ 放款日期: "2026-11-01" }))).to.deep.equal(["disbursedOn:disbursed_after_as_of"]);
  });

  it("overdue before disbursement is remarked upon and read", () => {
    const reading = read({ 首次逾期日: "2025-06-15" });
    expect(reading.ok).to.equal(true);
    expect(codes(reading)).to.deep.equal(["overdueSince:overdue_before_disbursed"]);
    expect(codes(read({ 首次逾期日: "2025-06-16" }))).to.deep.equal([]);
  });

  it("without anything owed is refused", () => {
    const nothing = { 应还本金: "0", 应还利息: "0.00", 应还罚息: "0", 应还费用: "0" };
    expect(codes(read(nothing))).to.deep.equal(["principalFen:nothing_owed"]);
    expect(read({ ...nothing, 应还费用: "0.01" }).ok).to.equal(true);
  });

  it("with shifted cells is refused as a whole; empty cells at its end do no harm", () => {
    const { cells, columns } = buildRow();
    expect(readRow([...cells, "", " "], columns).ok).to.equal(true);
    for (const shifted of [[...cells, "x"], cells.slice(0, -1)]) {
      expect(codes(readRow(shifted, columns))).to.deep.equal(["null:column_count"]);
    }
  });

  it("reads a phone number that carries the guard of a spreadsheet file", () => {
    const reading = read({ 手机号: "'+86 199-0000-1234" });
    expect(reading.ok && reading.account.phone).to.equal("19900001234");
  });
});

describe("intake: contracts twice in a file", () => {
  it("the later row is faulty and names the first line, whoever the lender", () => {
    const duplicates = new ContractDuplicates(buildRow().columns);
    expect(duplicates.check("HT1", 2)).to.equal(null);
    expect(duplicates.check("HT2", 3)).to.equal(null);
    const problem = duplicates.check("HT1", 9);
    expect(problem).to.deep.equal({
      field: "contractNumber",
      header: "合同编号",
      value: "HT1",
      code: "duplicate_contract",
      params: { firstLine: 2 },
    });
    expect(duplicates.check("HT1", 12)?.params).to.deep.equal({ firstLine: 2 });
  });
});

describe("intake: what people read", () => {
  it("explains a problem in both languages with its figures", () => {
    const reading = read({ 手机号: "12345" });
    if (reading.ok) throw new Error("the row should be refused");
    const [problem] = reading.problems;
    expect(describeProblem(problem!, "zh")).to.equal("手机号应为 11 位数字，现为 5 位");
    expect(describeProblemInFull(problem!, "en")).to.equal("手机号: must have 11 digits, not 5");
  });

  it("leaves no placeholder open", () => {
    const faulty = { 产品: "长".repeat(101), 手机号: "1", 首次逾期日: "2027-01-01", 放款日期: "2027-01-01" };
    const reading = read({ ...faulty, 放款本金: "1", "放款本金(元)": "99999999999", 期数: "999" });
    if (reading.ok) throw new Error("the row should be refused");
    for (const problem of reading.problems) {
      for (const locale of ["zh", "en"] as const) {
        expect(describeProblemInFull(problem, locale)).to.match(/^[^{}]+$/);
      }
    }
  });

  it("tells the names of fields from other words", () => {
    expect(isField("phone")).to.equal(true);
    expect(isField("toString")).to.equal(false);
    expect(recogniseColumns([]).missing).to.include("asOf");
  });
});
