import { expect } from "chai";
import {
  AGREEMENT_STATUSES,
  decideAgreement,
  decideSignature,
  decideWithdrawal,
  WITHDRAWERS,
} from "../../../shared/agreements/lifecycle.ts";
import {
  inTurn,
  isSigningOrder,
  newlyInTurn,
  USUAL_ORDER,
  type SigningOrder,
} from "../../../shared/agreements/order.ts";
import { PARTIES, type Party } from "../../../shared/journal/audience.ts";

const ONE_BY_ONE: SigningOrder = [["platform"], ["borrower"], ["mediator"]];
const TOGETHER: SigningOrder = [["borrower", "platform", "mediator"]];
/** Every set of those who have signed. */
const SIGNED: readonly (readonly Party[])[] = [
  [],
  ["borrower"],
  ["platform"],
  ["mediator"],
  ["borrower", "platform"],
  ["borrower", "mediator"],
  ["platform", "mediator"],
  ["borrower", "platform", "mediator"],
];

/** Whose turn it is in each order after each set of signatures, written out. */
const TURNS: readonly { order: SigningOrder; name: string; turns: readonly string[] }[] = [
  {
    name: "parties together, then the mediator",
    order: USUAL_ORDER,
    turns: [
      "borrower platform",
      "platform",
      "borrower",
      "borrower platform",
      "mediator",
      "platform",
      "borrower",
      "",
    ],
  },
  {
    name: "one by one",
    order: ONE_BY_ONE,
    turns: ["platform", "platform", "borrower", "platform", "mediator", "platform", "borrower", ""],
  },
  {
    name: "all together",
    order: TOGETHER,
    turns: [
      "borrower platform mediator",
      "platform mediator",
      "borrower mediator",
      "borrower platform",
      "mediator",
      "platform",
      "borrower",
      "",
    ],
  },
];

describe("the order of signing", () => {
  for (const { name, order, turns } of TURNS) {
    for (const [place, signed] of SIGNED.entries()) {
      const expected = turns[place]!.split(" ").filter((party) => party !== "");
      it(`${name}: after ${signed.join(" and ") || "nobody"} it is ${expected.join(" and ") || "nobody"}`, () => {
        expect(inTurn(order, signed)).to.deep.equal(expected);
        for (const party of PARTIES) {
          const decision = decideSignature("signing", signed, party, order);
          if (signed.includes(party)) expect(decision).to.deep.equal({ ok: false, code: "already_done" });
          else if (!expected.includes(party))
            expect(decision).to.deep.equal({ ok: false, code: "not_your_turn" });
          else expect(decision).to.deep.equal({ ok: true, to: signed.length === 2 ? "signed" : "signing" });
        }
      });
    }
  }

  it("calls a group once, when the one before it is complete", () => {
    expect(newlyInTurn(USUAL_ORDER, [], ["platform"])).to.deep.equal([]);
    expect(newlyInTurn(USUAL_ORDER, ["platform"], ["platform", "borrower"])).to.deep.equal(["mediator"]);
    expect(newlyInTurn(ONE_BY_ONE, [], ["platform"])).to.deep.equal(["borrower"]);
    expect(newlyInTurn(TOGETHER, [], ["borrower"])).to.deep.equal([]);
  });

  for (const [order, sound] of [
    [USUAL_ORDER, true],
    [TOGETHER, true],
    [[["borrower", "platform"]], false],
    [[["borrower", "platform"], [], ["mediator"]], false],
    [
      [
        ["borrower", "platform"],
        ["mediator", "borrower"],
      ],
      false,
    ],
    [[], false],
  ] as [SigningOrder, boolean][]) {
    it(`${sound ? "takes" : "refuses"} ${JSON.stringify(order)}`, () =>
      expect(isSigningOrder(order)).to.equal(sound));
  }
});

describe("taking back an unsealed agreement", () => {
  const MAY: Record<(typeof WITHDRAWERS)[number], readonly string[]> = {
    proposer: ["review", "signing"],
    mediator: ["review", "signing", "signed"],
    centre: ["review", "signing", "signed"],
  };
  for (const by of WITHDRAWERS) {
    for (const status of AGREEMENT_STATUSES) {
      const may = MAY[by].includes(status);
      it(`${by} × ${status} → ${may ? "withdrawn" : "refused"}`, () => {
        const decision = decideWithdrawal(status, by);
        expect(decision.ok ? decision.to : null).to.equal(may ? "withdrawn" : null);
        if (status === "withdrawn") expect(decision).to.have.property("code", "already_done");
      });
    }
  }
  it("is not a change or a lapse of what is in force", () => {
    expect(decideAgreement("sealed", "change").ok).to.equal(false);
    expect(decideAgreement("signed", "lapse").ok).to.equal(false);
  });
});
