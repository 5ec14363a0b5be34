import { expect } from "chai";
import { fen } from "../../../shared/money/fen.ts";
import { canonicalJson, sha256Hex } from "../../../shared/plans/canonicalJson.ts";
import { compareTerms } from "../../../shared/plans/compareTerms.ts";
import { hashStatement, hashTerms } from "../../../shared/plans/hashing.ts";
import { buildBasis, buildTerms, buildWaiver } from "./buildTerms.ts";

const basis = buildBasis({ principal: 1_000_000, penalty: 50_000, fee: 10_000 });
const waivers = [buildWaiver("penalty", 50_000), buildWaiver("fee", 10_000)];
const terms = buildTerms(basis, { waivers });

describe("canonical JSON and its hash", () => {
  it("sorts keys and keeps text as it is", () => {
    expect(canonicalJson({ b: 1, a: ["花呗", null, 1e21] })).to.equal('{"a":["花呗",null,1e+21],"b":1}');
    expect(() => canonicalJson(undefined)).to.throw(TypeError);
  });

  it("is SHA-256 of the UTF-8 bytes (FIPS 180-4 example)", () => {
    expect(sha256Hex("abc")).to.equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("is the same for waivers and statement lines in another order", () => {
    expect(hashTerms({ ...terms, waivers: waivers.toReversed() })).to.equal(hashTerms(terms));
    expect(hashStatement({ ...basis, lines: basis.lines.toReversed() })).to.equal(hashStatement(basis));
  });

  it("differs when one fen does", () => {
    expect(hashTerms({ ...terms, downPaymentFen: fen(1) })).not.to.equal(hashTerms(terms));
    expect(hashStatement(buildBasis({ principal: 1_000_001, penalty: 50_000, fee: 10_000 }))).not.to.equal(
      hashStatement(basis),
    );
  });
});

describe("comparing terms", () => {
  it("finds nothing in the same terms, waivers in any order", () => {
    expect(compareTerms(terms, { ...terms, waivers: waivers.toReversed() })).to.deep.equal([]);
  });

  it("points at each changed field", () => {
    const counter = buildTerms(basis, {
      waivers: [buildWaiver("penalty", 40_000), waivers[1]!],
      downPaymentFen: fen(5_000),
      downPaymentDue: "2026-11-10",
      schedule: { count: 18, every: { days: 30 } },
    });
    expect(compareTerms(terms, counter)).to.have.members([
      "/downPaymentFen",
      "/downPaymentDue",
      "/schedule/count",
      "/schedule/every",
      "/waivers/0",
    ]);
  });

  it("says that a waiver is gone", () => {
    expect(compareTerms(terms, { ...terms, waivers: [waivers[0]!] })).to.deep.equal(["/waivers"]);
  });
});
