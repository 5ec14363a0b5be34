import { expect } from "chai";
import {
  decideProposal,
  PROPOSAL_COMMANDS,
  PROPOSAL_STATUSES,
  PROPOSAL_TRANSITIONS,
  type ProposalStatus,
} from "../../../shared/proposals/lifecycle.ts";
import { roundsOf } from "../../../shared/proposals/rounds.ts";

/** The legal cells; every other one is refused. */
const LEGAL: Record<string, ProposalStatus> = {
  "drafted revise": "drafted",
  "drafted open": "open",
  "drafted withdraw": "withdrawn",
  "open answer": "open",
  "open withdraw": "withdrawn",
  "open reveal_agreed": "agreed",
  "open reveal_not_agreed": "not_agreed",
};

describe("a mediator's proposal", () => {
  const deadline = new Date("2026-11-10T00:00:00.000Z");
  const before = new Date(deadline.getTime() - 1);

  for (const status of PROPOSAL_STATUSES) {
    for (const command of PROPOSAL_COMMANDS) {
      const to = LEGAL[`${status} ${command}`] ?? null;
      it(`${status} × ${command} → ${to ?? "refused"}`, () => {
        expect(PROPOSAL_TRANSITIONS[status][command]).to.equal(to);
        const revealing = command.startsWith("reveal");
        const decision = decideProposal({ status, deadline }, command, revealing ? deadline : before);
        expect(decision).to.deep.equal(to ? { ok: true, to } : { ok: false, code: "proposal_not_open" });
      });
    }
  }

  for (const command of ["answer", "withdraw"] as const) {
    it(`cannot ${command} at the instant of the deadline`, () => {
      const at = { status: "open" as const, deadline };
      expect(decideProposal(at, command, before).ok).to.equal(true);
      expect(decideProposal(at, command, deadline)).to.deep.equal({ ok: false, code: "deadline_passed" });
    });
  }

  for (const command of ["reveal_agreed", "reveal_not_agreed"] as const) {
    it(`cannot ${command} a moment before the deadline`, () => {
      const at = { status: "open" as const, deadline };
      expect(decideProposal(at, command, before)).to.deep.equal({ ok: false, code: "deadline_not_reached" });
    });
  }

  it("counts what was sent and not taken back as a round", () => {
    expect(roundsOf([], 3)).to.deep.equal({ limit: 3, used: 0, left: 3 });
    const all = ["drafted", "withdrawn", "open", "not_agreed"] as const;
    expect(roundsOf(all, 3)).to.deep.equal({ limit: 3, used: 2, left: 1 });
    expect(roundsOf(["not_agreed", "not_agreed"], 1)).to.deep.equal({ limit: 1, used: 2, left: 0 });
  });
});
