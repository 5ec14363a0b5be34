import { expect } from "chai";
import {
  decideRepresentative,
  hasRunOut,
  isInForce,
  REPRESENTATIVE_COMMANDS,
  REPRESENTATIVE_STATUSES,
  type RepresentativeCommand,
  type RepresentativeStatus,
} from "../../../shared/representatives/lifecycle.ts";

const EXPECTED: Record<RepresentativeStatus, Partial<Record<RepresentativeCommand, RepresentativeStatus>>> = {
  named: { accept: "accepted", refuse: "refused", end: "ended" },
  accepted: { end: "ended" },
  refused: {},
  ended: {},
};

describe("a representative's life", () => {
  for (const status of REPRESENTATIVE_STATUSES) {
    for (const command of REPRESENTATIVE_COMMANDS) {
      const to = EXPECTED[status][command];
      it(`${status} → ${command}: ${to ?? "refused"}`, () => {
        const decision = decideRepresentative({ status, endsOn: "2026-11-30" }, command, "2026-11-22");
        expect(decision).to.deep.equal(to ? { ok: true, to } : { ok: false, code: "already_done" });
      });
    }
  }

  it("counts on its last day, and not on the day after", () => {
    expect(hasRunOut("2026-11-22", "2026-11-22")).to.equal(false);
    expect(hasRunOut("2026-11-22", "2026-11-23")).to.equal(true);
    expect(isInForce({ status: "accepted", endsOn: "2026-11-22" }, "2026-11-22")).to.equal(true);
    expect(isInForce({ status: "accepted", endsOn: "2026-11-22" }, "2026-11-23")).to.equal(false);
    for (const status of ["named", "refused", "ended"] as const)
      expect(isInForce({ status, endsOn: "2026-11-22" }, "2026-11-22"), status).to.equal(false);
  });

  it("that ran out is accepted no more, but still refused or ended", () => {
    const late = { status: "named" as const, endsOn: "2026-11-22" };
    expect(decideRepresentative(late, "accept", "2026-11-22")).to.deep.equal({ ok: true, to: "accepted" });
    expect(decideRepresentative(late, "accept", "2026-11-23")).to.deep.equal({
      ok: false,
      code: "deadline_passed",
    });
    for (const command of ["refuse", "end"] as const)
      expect(decideRepresentative(late, command, "2026-11-23").ok, command).to.equal(true);
  });
});
