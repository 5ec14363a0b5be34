import { expect } from "chai";
import { isIdLastFour, maskIdNumber, maskName, maskPhone } from "../../../shared/parties/mask.ts";

describe("masking people", () => {
  it("shows a family name and nothing more", () => {
    expect(maskName("张伟")).to.equal("张*");
    expect(maskName("阿卜杜拉·吐尔逊")).to.equal("阿*******");
    expect(maskName("𠮷田")).to.equal("𠮷*");
    expect(maskName("丽")).to.equal("丽*");
  });

  it("shows the ends of a number its owner knows, and nothing of one too short to hide in", () => {
    expect(maskPhone("19900001234")).to.equal("199****1234");
    expect(maskPhone("1234567")).to.equal("*******");
  });

  it("never shows the part of an identity number that people prove themselves with", () => {
    expect(maskIdNumber("31010119900101123X")).to.equal("310101************");
  });

  it("compares the end of an identity number whatever the size of its X", () => {
    expect(isIdLastFour("31010119900101123X", "123x")).to.equal(true);
    expect(isIdLastFour("31010119900101123X", " 123X ")).to.equal(true);
    expect(isIdLastFour("31010119900101123X", "1239")).to.equal(false);
    expect(isIdLastFour("31010119900101123X", "")).to.equal(false);
  });
});
