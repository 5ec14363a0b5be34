import { expect } from "chai";
import { FIELD_NAMES } from "../../../shared/intake/fields.ts";
import { fieldOfHeader, isThirdPersonHeader, normaliseHeader } from "../../../shared/intake/headers.ts";
import { headerFingerprint, recogniseColumns, withoutThirdPersons } from "../../../shared/intake/mapping.ts";
import { exportHeaders } from "./exportFixtures.ts";

const KNOWN_LAYOUT = exportHeaders("overdue-accounts.csv");
const OTHER_LAYOUT = exportHeaders("overdue-accounts-other-lender.csv");

describe("intake: recognising columns", () => {
  it("places every column of the known layout by itself", () => {
    const columns = recogniseColumns(KNOWN_LAYOUT);
    expect(columns.missing).to.deep.equal([]);
    expect(columns.unrecognised).to.deep.equal([]);
    expect(columns.conflicts).to.deep.equal([]);
    const notExported = ["receivedFen", "riskTier"];
    expect(Object.keys(columns.mapping)).to.have.members(
      FIELD_NAMES.filter((name) => !notExported.includes(name)),
    );
    expect(KNOWN_LAYOUT[columns.mapping.penaltyFen ?? -1]).to.equal("应还罚息");
  });

  it("knows the class of risk and what was really paid out by their headings", () => {
    const columns = recogniseColumns([...KNOWN_LAYOUT, "风险等级", "实际到账金额（元）"]);
    expect(columns.mapping).to.include({ riskTier: 26, receivedFen: 27 });
  });

  it("leaves out the emergency contact and says why", () => {
    expect(recogniseColumns(KNOWN_LAYOUT).ignored).to.deep.equal([
      { header: "紧急联系人", index: 23, reason: "third_person" },
      { header: "紧急联系人电话", index: 24, reason: "third_person" },
    ]);
  });

  it("asks about the columns of the other layout that are not certain", () => {
    const columns = recogniseColumns(OTHER_LAYOUT);
    expect(columns.missing).to.deep.equal(["phone", "annualRate"]);
    expect(columns.unrecognised).to.deep.equal([
      { header: "联系电话", suggestions: ["phone", "altPhone"] },
      { header: "执行年利率", suggestions: ["annualRate"] },
      { header: "联系地址", suggestions: ["residentialAddress", "registeredAddress"] },
    ]);
    expect(OTHER_LAYOUT[columns.mapping.feeFen ?? -1]).to.equal("其他费用");
    expect(OTHER_LAYOUT[columns.mapping.principalFen ?? -1]).to.equal("剩余本金");
  });

  it("follows what a person chose, whatever the spaces and brackets", () => {
    const columns = recogniseColumns(OTHER_LAYOUT, {
      "联系电话 ": "phone",
      执行年利率: "annualRate",
      联系地址: "ignore",
    });
    expect(columns.missing).to.deep.equal([]);
    expect(columns.unrecognised).to.deep.equal([]);
    expect(columns.ignored).to.deep.equal([{ header: "联系地址", index: 17, reason: "by_choice" }]);
    expect(columns.mapping.phone).to.equal(3);
  });

  it("lets a choice displace the column that would have been recognised", () => {
    const columns = recogniseColumns(["手机号", "新号码"], { 新号码: "phone" });
    expect(columns.mapping.phone).to.equal(1);
    expect(columns.unrecognised.map(({ header }) => header)).to.deep.equal(["手机号"]);
  });

  it("never reads a third person's column, even when told to", () => {
    const columns = recogniseColumns(["紧急联系人电话"], { 紧急联系人电话: "altPhone" });
    expect(columns.mapping.altPhone).to.equal(undefined);
    expect(columns.ignored.map(({ reason }) => reason)).to.deep.equal(["third_person"]);
  });

  it("does not choose between two columns for one field", () => {
    const columns = recogniseColumns(["手机号", "手机号码"]);
    expect(columns.conflicts).to.deep.equal([{ field: "phone", headers: ["手机号", "手机号码"] }]);
    expect(columns.missing).to.include("phone");
    expect(recogniseColumns(["手机号", "手机号码"], { 手机号码: "ignore" }).mapping.phone).to.equal(0);
  });

  it("knows its own reasons column when a corrected file comes back", () => {
    const columns = recogniseColumns([...KNOWN_LAYOUT, "原因"]);
    expect(columns.unrecognised).to.deep.equal([]);
    expect(columns.ignored.at(-1)?.reason).to.equal("reasons_column");
  });

  it("blanks third persons' values in a row that is kept", () => {
    const columns = recogniseColumns(["借款人姓名", "紧急联系人", "备注"]);
    expect(withoutThirdPersons(["贺辉竹", "贾明", "x"], columns)).to.deep.equal(["贺辉竹", "", "x"]);
  });
});

describe("intake: headers", () => {
  it("are compared without byte-order mark, spaces, width and kind of bracket", () => {
    for (const header of ["\u{FEFF}放款本金(元)", "放款本金 （元）", "放款本金【元】", "放款本金［元］"]) {
      expect(fieldOfHeader(normaliseHeader(header)), header).to.equal("disbursedFen");
    }
    expect(fieldOfHeader(normaliseHeader("Contract_Number"))).to.equal("contractNumber");
  });

  it("with another unit or none where it matters are not recognised", () => {
    for (const header of ["应还本金(万元)", "年化利率", "利率(%)", "日利率(%)", "本金", "constructor"]) {
      expect(fieldOfHeader(normaliseHeader(header)), header).to.equal(null);
    }
  });

  it("about third persons are told from the borrower's own", () => {
    for (const header of [
      "紧急联系人",
      "紧急联系人电话",
      "联系人姓名",
      "第二联系人电话",
      "配偶姓名",
      "Emergency contact",
    ]) {
      expect(isThirdPersonHeader(normaliseHeader(header)), header).to.equal(true);
    }
    for (const header of [...OTHER_LAYOUT, "备用电话", "借款人姓名"]) {
      expect(isThirdPersonHeader(normaliseHeader(header)), header).to.equal(false);
    }
  });

  it("give one fingerprint to a layout in any order, another to another layout", () => {
    expect(headerFingerprint(OTHER_LAYOUT)).to.match(/^[\da-f]{64}$/);
    expect(headerFingerprint(OTHER_LAYOUT.toReversed())).to.equal(headerFingerprint(OTHER_LAYOUT));
    expect(headerFingerprint(OTHER_LAYOUT.slice(1))).to.not.equal(headerFingerprint(OTHER_LAYOUT));
    expect(headerFingerprint(["a", "b"])).to.not.equal(headerFingerprint(["ab"]));
  });
});
