import { expect } from "chai";
import {
  decideEscalation,
  ESCALATION_COMMANDS,
  ESCALATION_STATUSES,
  ESCALATION_TRANSITIONS,
} from "../../../shared/escalations/lifecycle.ts";
import {
  defaultExhibitLabels,
  exhibitLabelsProblem,
  mayEnterPacket,
} from "../../../shared/escalations/exhibitLabels.ts";
import { DISCLOSURES, mayRead, PARTIES } from "../../../shared/journal/audience.ts";

const LEGAL: Record<string, string> = {
  "none request": "composing",
  "composing seal": "sealed",
  "composing fail": "failed",
  "failed retry": "composing",
  "sealed open": "sealed",
  "sealed conclude": "closed",
  "closed open": "closed",
};

describe("escalation lifecycle", () => {
  for (const state of ["none", ...ESCALATION_STATUSES] as const) {
    for (const command of ESCALATION_COMMANDS) {
      const to = LEGAL[`${state} ${command}`];
      it(`${state} × ${command} → ${to ?? "refused"}`, () => {
        expect(ESCALATION_TRANSITIONS[state][command]).to.equal(to ?? null);
        expect(decideEscalation(state, command).ok).to.equal(to !== undefined);
      });
    }
  }

  it("tells a second request that it is done", () => {
    expect(decideEscalation("composing", "request")).to.deep.equal({ ok: false, code: "already_done" });
    expect(decideEscalation("sealed", "request")).to.deep.equal({ ok: false, code: "already_done" });
  });
});

describe("exhibit labels", () => {
  const audiences = [1, 2, 3, 4, 5, 6, 7].map((bits) => PARTIES.filter((_, index) => bits & (1 << index)));

  for (const disclosure of DISCLOSURES) {
    for (const audience of audiences) {
      const enters = disclosure === "shareable" && audience.includes("platform");
      it(`${disclosure} for ${audience.join("+")} ${enters ? "may" : "may not"} enter a packet`, () => {
        expect(mayEnterPacket({ audience, disclosure })).to.equal(enters);
        expect(mayRead("lawyer", { audience, disclosure })).to.equal(enters);
      });
    }
  }

  it("start as narrow as can be, and sensible", () => {
    for (const party of PARTIES) {
      const labels = defaultExhibitLabels(party);
      expect(exhibitLabelsProblem(party, labels)).to.equal(null);
      expect(labels.disclosure).to.not.equal("shareable");
      expect(labels.audience.filter((reader) => reader !== party && reader !== "mediator")).to.deep.equal([]);
    }
  });

  it("do not hide a document from its uploader", () => {
    expect(exhibitLabelsProblem("platform", { audience: ["mediator"], disclosure: "shareable" })).to.equal(
      "audience_without_uploader",
    );
    expect(exhibitLabelsProblem("platform", { audience: [], disclosure: "shareable" })).to.equal(
      "empty_audience",
    );
  });

  it("keep what is the mediator's own to the mediator", () => {
    const shared = { audience: ["mediator", "borrower"], disclosure: "mediator_private" } as const;
    expect(exhibitLabelsProblem("mediator", shared)).to.equal("private_to_mediator_only");
    const platform = { audience: ["platform"], disclosure: "mediator_private" } as const;
    expect(exhibitLabelsProblem("platform", platform)).to.equal("private_to_mediator_only");
  });
});
