import { expect } from "chai";
import { CASE_STAGES, type CaseStage, type TerminationReason } from "../../../shared/cases/lifecycle.ts";
import { leavingReason, mediatorReasons } from "../../../shared/cases/termination.ts";

const NONE = { borrower: null, platform: null };
const WITHDRAWN = { borrower: "withdrawn_by_borrower", platform: "withdrawn_by_platform" } as const;
const LEAVING: Record<CaseStage, Record<"borrower" | "platform", TerminationReason | null>> = {
  intake: { borrower: null, platform: "withdrawn_by_platform" },
  invited: { borrower: "declined_by_borrower", platform: "declined_by_platform" },
  preparing: WITHDRAWN,
  negotiating: WITHDRAWN,
  signing: WITHDRAWN,
  performing: NONE,
  breached: NONE,
  terminated: NONE,
  escalated: NONE,
  completed: NONE,
  closed: NONE,
};

describe("the end of a mediation", () => {
  for (const stage of CASE_STAGES) {
    for (const party of ["borrower", "platform"] as const) {
      it(`the ${party} leaving in ${stage} is ${LEAVING[stage][party] ?? "too late"}`, () => {
        expect(leavingReason(stage, party)).to.equal(LEAVING[stage][party]);
      });
    }
    it(`a mediator ${["invited", "preparing", "negotiating", "signing"].includes(stage) ? "may" : "cannot"} end it in ${stage}`, () => {
      const possible = mediatorReasons(stage).length > 0;
      expect(possible).to.equal(["invited", "preparing", "negotiating", "signing"].includes(stage));
    });
  }

  it("calls nothing an impasse before anybody negotiated", () => {
    expect(mediatorReasons("invited")).to.not.include("impasse");
    expect(mediatorReasons("negotiating")).to.include("impasse");
  });
});
