import { expect } from "chai";
import { readExport } from "../../../../server/intake/csv/index.ts";
import { ContractDuplicates } from "../../../../shared/intake/duplicates.ts";
import { type ColumnMapping, recogniseColumns } from "../../../../shared/intake/mapping.ts";
import { type OverdueAccount, readRow, type RowProblem } from "../../../../shared/intake/row.ts";
import { exportPath } from "../../../shared/intake/exportFixtures.ts";

type Refusal = { line: number; label: string; problems: RowProblem[] };

async function importExport(name: string, saved: ColumnMapping = {}) {
  const opened = await readExport(exportPath(name));
  const columns = recogniseColumns(opened.headers, saved);
  expect(columns.missing).to.deep.equal([]);
  const duplicates = new ContractDuplicates(columns);
  const accounts = new Map<number, OverdueAccount>();
  const refused: Refusal[] = [];
  const labels = new Map<number, string>();
  for await (const { line, cells } of opened.rows) {
    const label = cells.at(-1) ?? "";
    if (label.startsWith("BAD:")) labels.set(line, label);
    const reading = readRow(cells, columns);
    const contractNumber = reading.ok ? reading.account.contractNumber : reading.contractNumber;
    const duplicate = contractNumber === null ? null : duplicates.check(contractNumber, line);
    const problems = [...(reading.ok ? [] : reading.problems), ...(duplicate === null ? [] : [duplicate])];
    if (reading.ok && problems.length === 0) accounts.set(line, reading.account);
    else refused.push({ line, label, problems });
  }
  return { opened, accounts, refused, labels };
}

describe("intake: the three exports", () => {
  it("the known layout is read in full", async () => {
    const { opened, accounts, refused } = await importExport("overdue-accounts.csv");
    expect(refused).to.deep.equal([]);
    expect(accounts.size).to.equal(300);
    expect(opened.encoding()).to.equal("utf-8");
    expect(opened.headers[0]).to.equal("产品");
    expect(accounts.get(2)?.principalFen).to.equal(7523854);
    expect(JSON.stringify([...accounts.values()])).to.not.include("19900027409");
  });

  it("the other lender's layout is read in full once it has been mapped", async () => {
    const { accounts, refused } = await importExport("overdue-accounts-other-lender.csv", {
      联系电话: "phone",
      执行年利率: "annualRate",
      联系地址: "residentialAddress",
    });
    expect(refused).to.deep.equal([]);
    expect(accounts.size).to.equal(200);
    const first = accounts.get(2);
    expect(first?.borrowerName).to.equal("薛平轩");
    expect(first?.phone).to.equal("19900006558");
    expect(first?.annualRate).to.equal("0.1095");
    expect(first?.lenderType).to.equal("bank");
    expect(first?.principalFen).to.equal(4781253);
  });

  it("the messy export: every bad row is refused for its reason, and no other", async () => {
    const { opened, accounts, refused, labels } = await importExport("overdue-accounts-messy.gb18030.csv");
    const found = refused.map(({ line, label, problems }) => {
      return [line, label, ...problems.map(({ field, code }) => `${field}:${code}`)].join(" ");
    });
    expect(opened.encoding()).to.equal("gb18030");
    expect(found).to.deep.equal([
      "5 BAD:id-checksum idNumber:id_checksum",
      "9 BAD:phone phone:phone_length",
      "13 BAD:negative principalFen:money_negative",
      "17 BAD:money-format principalFen:money_format",
      "21 BAD:date overdueSince:date_not_real",
      "25 BAD:overdue-after-data overdueSince:overdue_after_as_of",
      "29 BAD:duplicate-contract contractNumber:duplicate_contract",
      "33 BAD:lender-type lenderType:lender_type_unknown",
      "37 BAD:missing-name borrowerName:required",
      "41 BAD:rate annualRate:percent_range",
      "45 BAD:formula-name borrowerName:formula",
      "49 BAD:nan interestFen:money_format",
    ]);
    expect(accounts.size).to.equal(120 - refused.length);
    const marked = [...labels].filter(([, label]) => !label.endsWith("-OK")).map(([line]) => line);
    expect(refused.map(({ line }) => line)).to.deep.equal(marked);
    expect(refused.find(({ line }) => line === 29)?.problems[0]?.params).to.deep.equal({ firstLine: 28 });
  });

  it("the messy export: values in the forms people use are read exactly", async () => {
    const { accounts, labels } = await importExport("overdue-accounts-messy.gb18030.csv");
    const read = [...labels]
      .filter(([, label]) => label.endsWith("-OK"))
      .map(([line, label]) => [label, accounts.get(line)] as const);
    const byLabel = Object.fromEntries(read);
    expect(Object.keys(byLabel)).to.have.length(3);
    expect(byLabel["BAD:date-compact-OK"]?.disbursedOn).to.equal("2024-03-15");
    expect(byLabel["BAD:money-symbol-OK"]?.principalFen).to.equal(1234560);
    expect(byLabel["BAD:phone-format-OK"]?.phone).to.equal("19900001234");
  });
});
