import { expect } from "chai";
import {
  AGREEMENT_COMMANDS,
  AGREEMENT_STATUSES,
  AGREEMENT_TRANSITIONS,
  decideAgreement,
  decideRefusal,
  decideSignature,
  type AgreementCommand,
  type AgreementState,
  type AgreementStatus,
} from "../../../shared/agreements/lifecycle.ts";
import { agreementNumber, isSameName } from "../../../shared/agreements/signing.ts";

const LEGAL: Record<AgreementState, Partial<Record<AgreementCommand, AgreementStatus>>> = {
  none: { compose: "review" },
  review: { release: "signing", withdraw: "withdrawn", change: "voided" },
  signing: {
    sign: "signing",
    sign_last: "signed",
    refuse: "refused",
    withdraw: "withdrawn",
    change: "voided",
    lapse: "lapsed",
  },
  signed: { seal: "sealed", withdraw: "withdrawn", change: "voided" },
  sealed: {},
  refused: {},
  withdrawn: {},
  voided: {},
  lapsed: {},
};

describe("agreement lifecycle", () => {
  for (const state of ["none", ...AGREEMENT_STATUSES] as const) {
    for (const command of AGREEMENT_COMMANDS) {
      const to = LEGAL[state][command];
      it(`${state} × ${command} → ${to ?? "refused"}`, () => {
        expect(AGREEMENT_TRANSITIONS[state][command]).to.equal(to ?? null);
        const decision = decideAgreement(state, command);
        expect(decision.ok).to.equal(to !== undefined);
        if (decision.ok) expect(decision.to).to.equal(to);
      });
    }
  }

  it("tells a second seal that it is done, and an early one that signatures are missing", () => {
    expect(decideAgreement("sealed", "seal")).to.deep.equal({ ok: false, code: "already_done" });
    expect(decideAgreement("signing", "seal")).to.deep.equal({ ok: false, code: "not_everyone_signed" });
    expect(decideAgreement("refused", "seal")).to.deep.equal({ ok: false, code: "stage_forbids" });
  });

  describe("who signs when", () => {
    it("lets the parties sign in either order and the mediator after both", () => {
      expect(decideSignature("signing", [], "platform")).to.deep.equal({ ok: true, to: "signing" });
      expect(decideSignature("signing", ["platform"], "borrower")).to.deep.equal({ ok: true, to: "signing" });
      expect(decideSignature("signing", ["platform", "borrower"], "mediator")).to.deep.equal({
        ok: true,
        to: "signed",
      });
    });

    for (const signed of [[], ["borrower"], ["platform"]] as const) {
      it(`keeps the mediator waiting while only ${signed.join() || "nobody"} has signed`, () => {
        expect(decideSignature("signing", signed, "mediator")).to.deep.equal({
          ok: false,
          code: "not_your_turn",
        });
      });
    }

    it("takes one signature from each", () => {
      expect(decideSignature("signing", ["borrower"], "borrower")).to.deep.equal({
        ok: false,
        code: "already_done",
      });
    });

    for (const status of ["review", "sealed", "refused", "withdrawn"] as const) {
      it(`takes none while ${status}`, () => {
        expect(decideSignature(status, [], "borrower")).to.deep.equal({ ok: false, code: "stage_forbids" });
      });
    }
  });

  describe("who says no", () => {
    it("lets a party that has not signed refuse", () => {
      expect(decideRefusal("signing", ["platform"], "borrower")).to.deep.equal({ ok: true, to: "refused" });
    });
    it("holds a party to its signature", () => {
      expect(decideRefusal("signing", ["platform"], "platform")).to.deep.equal({
        ok: false,
        code: "already_done",
      });
    });
    for (const status of ["review", "signing", "signed"] as const) {
      it(`lets the mediator take it back in ${status}`, () => {
        expect(decideRefusal(status, [], "mediator")).to.deep.equal({ ok: true, to: "withdrawn" });
      });
    }
    it("lets nobody refuse what is in force", () => {
      for (const party of ["borrower", "platform", "mediator"] as const) {
        expect(decideRefusal("sealed", [], party).ok).to.equal(false);
      }
    });
  });
});

describe("signing names and numbers", () => {
  for (const [typed, onFile] of [
    ["张小伟", "张小伟"],
    [" 张 小伟 ", "张小伟"],
    ["阿卜杜拉.吐尔逊", "阿卜杜拉·吐尔逊"],
    ["阿卜杜拉•吐尔逊", "阿卜杜拉·吐尔逊"],
  ] as const) {
    it(`takes “${typed}” for ${onFile}`, () => expect(isSameName(typed, onFile)).to.equal(true));
  }
  for (const [typed, onFile] of [
    ["张小玮", "张小伟"],
    ["张小", "张小伟"],
    ["", ""],
    ["  ", "张小伟"],
  ] as const) {
    it(`does not take “${typed}” for “${onFile}”`, () => expect(isSameName(typed, onFile)).to.equal(false));
  }
  it("numbers agreements of a case from 1", () => {
    expect(agreementNumber("2026-0001234", 1)).to.equal("调协2026-0001234-1");
    expect(() => agreementNumber("2026-0001234", 0)).to.throw(RangeError);
  });
});
