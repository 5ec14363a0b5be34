import { expect } from "chai";
import {
  CASE_MOVES,
  CASE_STAGES,
  decideCaseMove,
  type CaseMove,
  type CaseStage,
} from "../../../shared/cases/lifecycle.ts";

/** Written out by hand from the design, not derived from the table it checks. */
const LEGAL: [CaseStage, CaseMove, CaseStage][] = [
  ["intake", "issue_notices", "invited"],
  ["intake", "terminate", "terminated"],
  ["invited", "both_consented", "preparing"],
  ["invited", "terminate", "terminated"],
  ["preparing", "open_offers", "negotiating"],
  ["preparing", "terminate", "terminated"],
  ["negotiating", "same_terms_accepted", "signing"],
  ["negotiating", "terminate", "terminated"],
  ["negotiating", "keep_plan", "performing"],
  ["negotiating", "keep_broken_plan", "breached"],
  ["signing", "seal_agreement", "performing"],
  ["signing", "refuse_signature", "negotiating"],
  ["signing", "terminate", "terminated"],
  ["performing", "last_payment", "completed"],
  ["performing", "declare_breach", "breached"],
  ["performing", "renegotiate", "negotiating"],
  ["breached", "cure_breach", "performing"],
  ["breached", "renegotiate", "negotiating"],
  ["breached", "hand_to_lawyer", "escalated"],
  ["terminated", "hand_to_lawyer", "escalated"],
  ["terminated", "close", "closed"],
  ["escalated", "record_outcome", "closed"],
];

describe("the life of a case", () => {
  for (const stage of CASE_STAGES) {
    for (const move of CASE_MOVES) {
      const to = LEGAL.find(([from, by]) => from === stage && by === move)?.[2] ?? null;
      it(`${stage} × ${move} → ${to ?? "refused"}`, () => {
        const running = decideCaseMove({ stage, pausedAt: null }, move);
        expect(running).to.deep.equal(
          to === null ? { ok: false, code: "stage_forbids" } : { ok: true, from: stage, to },
        );
      });
      it(`${stage} × ${move} while paused`, () => {
        const paused = decideCaseMove({ stage, pausedAt: "2026-11-01T00:00:00.000Z" }, move);
        if (to === null) expect(paused).to.deep.equal({ ok: false, code: "stage_forbids" });
        else if (move === "terminate") expect(paused).to.deep.equal({ ok: true, from: stage, to });
        else expect(paused).to.deep.equal({ ok: false, code: "case_paused" });
      });
    }
  }
});
