import { expect } from "chai";
import {
  cleanCell,
  readContractNumber,
  readEmail,
  readName,
  readNote,
} from "../../../shared/intake/texts.ts";
import type { ReadValue } from "../../../shared/intake/readValue.ts";

function outcome(read: ReadValue<unknown>): unknown {
  return read.ok ? read.value : read.code;
}

describe("intake: names", () => {
  const cases: [string, string][] = [
    ["贺辉竹", "贺辉竹"],
    ["阿不都·热合曼", "阿不都·热合曼"],
    ["阿不都•热合曼", "阿不都·热合曼"],
    ["䶮𬱟", "䶮𬱟"],
    ["Zoë O'Neil", "Zoë O'Neil"],
    ["甲".repeat(50), "甲".repeat(50)],
    ["𬱟".repeat(51), "too_long"],
    ["", "required"],
    ['=HYPERLINK("http://127.0.0.1/x","点我")', "formula"],
    ["＝1+1", "formula"],
    ["＋86", "formula"],
    ["－1", "formula"],
    ["＠SUM", "formula"],
    ["@SUM", "formula"],
    ["贺\u{200B}辉", "control_character"],
    ["贺\u{202E}辉", "control_character"],
    ["贺\n辉", "control_character"],
    ["贺?竹", "character_lost"],
    ["贺**", "character_lost"],
    ["贺\u{FFFD}竹", "character_lost"],
  ];
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text.slice(0, 20))} → ${expected.slice(0, 20)}`, () => {
      expect(outcome(readName(text))).to.equal(expected);
    });
  }
});

describe("intake: other texts", () => {
  it("loses outer spaces and the guard before a formula character", () => {
    expect(cleanCell("　贺辉竹 ")).to.equal("贺辉竹");
    expect(cleanCell("'+86 199-0000-1234")).to.equal("+86 199-0000-1234");
    expect(cleanCell("'quoted'")).to.equal("'quoted'");
  });

  it("compares contract numbers without regard to width and spaces", () => {
    expect(outcome(readContractNumber("ＨＴ2024 001"))).to.equal("HT2024001");
    expect(outcome(readContractNumber("（2024）借字第001号"))).to.equal("(2024)借字第001号");
    expect(outcome(readContractNumber("2.02E+15"))).to.equal("digits_lost");
    expect(outcome(readContractNumber("=1"))).to.equal("formula");
  });

  it("takes everyday email addresses only", () => {
    expect(outcome(readEmail("b4755@example.com"))).to.equal("b4755@example.com");
    expect(outcome(readEmail("b4755@example"))).to.equal("email_format");
    expect(outcome(readEmail("a@b.com, c@d.com"))).to.equal("email_format");
  });

  it("flattens a note and refuses only one that is too long", () => {
    expect(outcome(readNote("=BAD:\n联系\u{200B}不上"))).to.equal("=BAD: 联系不上");
    expect(outcome(readNote("长".repeat(501)))).to.equal("too_long");
  });
});
