import { expect } from "chai";
import {
  CONFIRMATION_COMMANDS,
  CONFIRMATION_STATUSES,
  daysLeft,
  decideApplicant,
  decideConfirmation,
  warningDue,
  type ConfirmationCommand,
  type ConfirmationStatus,
} from "../../../shared/confirmations/lifecycle.ts";
import { confirmationDeadline } from "../../../shared/confirmations/deadline.ts";
import { SHIPPED_LAW } from "../../../shared/law/lawBook.ts";

const IN_TIME = { on: "2026-11-20", deadline: "2026-12-02" };
const LATE = { on: "2026-12-03", deadline: "2026-12-02" };

type Cell = ConfirmationStatus | "already_done" | "stage_forbids" | "not_everyone_signed";
const X = "stage_forbids";
/** Every cell: what each command comes to in each status while there is time. */
const TABLE: Record<ConfirmationStatus, Record<ConfirmationCommand, Cell>> = {
  open: {
    prepare: "preparing",
    sign: X,
    sign_last: X,
    file: X,
    confirm: X,
    refuse: X,
    withdraw: "withdrawn",
  },
  preparing: {
    prepare: "preparing",
    sign: "preparing",
    sign_last: "signed",
    file: "not_everyone_signed",
    confirm: X,
    refuse: X,
    withdraw: "withdrawn",
  },
  signed: {
    prepare: "preparing",
    sign: X,
    sign_last: X,
    file: "filed",
    confirm: X,
    refuse: X,
    withdraw: "withdrawn",
  },
  filed: {
    prepare: X,
    sign: X,
    sign_last: X,
    file: "already_done",
    confirm: "confirmed",
    refuse: "refused",
    withdraw: "withdrawn",
  },
  confirmed: { prepare: X, sign: X, sign_last: X, file: X, confirm: "already_done", refuse: X, withdraw: X },
  refused: { prepare: X, sign: X, sign_last: X, file: X, confirm: X, refuse: "already_done", withdraw: X },
  withdrawn: {
    prepare: "preparing",
    sign: X,
    sign_last: X,
    file: X,
    confirm: X,
    refuse: X,
    withdraw: "already_done",
  },
};

describe("judicial confirmation", () => {
  for (const status of CONFIRMATION_STATUSES) {
    for (const command of CONFIRMATION_COMMANDS) {
      it(`${status} × ${command}`, () => {
        const decision = decideConfirmation(status, command, IN_TIME);
        expect(decision.ok ? decision.to : decision.code).to.equal(TABLE[status][command]);
      });
    }
  }

  it("leads nobody to the court after the limit, and still takes the court's ruling", () => {
    for (const status of CONFIRMATION_STATUSES) {
      for (const command of ["prepare", "sign", "sign_last", "file"] as const) {
        const decision = decideConfirmation(status, command, LATE);
        if (decideConfirmation(status, command, IN_TIME).ok) {
          expect(decision, `${status} ${command}`).to.deep.equal({ ok: false, code: "deadline_passed" });
        } else expect(decision.ok).to.equal(false);
      }
    }
    expect(decideConfirmation("filed", "confirm", LATE)).to.deep.equal({ ok: true, to: "confirmed" });
    expect(decideConfirmation("signed", "withdraw", LATE)).to.deep.equal({ ok: true, to: "withdrawn" });
  });

  it("counts the last day in", () => {
    const last = { on: "2026-12-02", deadline: "2026-12-02" };
    expect(decideConfirmation("signed", "file", last).ok).to.equal(true);
  });

  it("takes each party's signature once, and the second completes it", () => {
    expect(decideApplicant("preparing", [], "borrower", IN_TIME)).to.deep.equal({
      ok: true,
      to: "preparing",
    });
    expect(decideApplicant("preparing", ["borrower"], "platform", IN_TIME)).to.deep.equal({
      ok: true,
      to: "signed",
    });
    expect(decideApplicant("preparing", ["borrower"], "borrower", IN_TIME)).to.deep.equal({
      ok: false,
      code: "already_done",
    });
    expect(decideApplicant("open", [], "borrower", IN_TIME).ok).to.equal(false);
  });

  it("warns ten and three days before, each once", () => {
    expect(warningDue(11, null)).to.equal(null);
    expect(warningDue(10, null)).to.equal(10);
    expect(warningDue(10, 10)).to.equal(null);
    expect(warningDue(4, 10)).to.equal(null);
    expect(warningDue(3, 10)).to.equal(3);
    expect(warningDue(0, 10)).to.equal(3);
    expect(warningDue(0, 3)).to.equal(null);
    expect(warningDue(2, null)).to.equal(3);
    expect(warningDue(-1, null)).to.equal(null);
  });

  it("ends after thirty days, on a working day", () => {
    // 2 November + 30 days is Wednesday 2 December.
    expect(confirmationDeadline(SHIPPED_LAW, "2026-11-02")).to.include({
      lastDay: "2026-12-02",
      date: "2026-12-02",
    });
    // 6 November + 30 days is Sunday 6 December: the Monday after it still counts.
    expect(confirmationDeadline(SHIPPED_LAW, "2026-11-06")).to.include({
      lastDay: "2026-12-06",
      date: "2026-12-07",
    });
    expect(daysLeft("2026-11-27", "2026-12-07")).to.equal(10);
  });

  it("follows the rule of its own day", () => {
    const changed = {
      ...SHIPPED_LAW,
      rules: [
        ...SHIPPED_LAW.rules,
        {
          id: "later",
          rule: "司法确认的期限和管辖",
          matter: "judicial_confirmation" as const,
          from: "2027-01-01",
          value: { days: 60, courts: ["organisation_place" as const] },
          source: "test",
          confidence: "OURS" as const,
        },
      ],
    };
    expect(confirmationDeadline(changed, "2026-12-31").lastDay).to.equal("2027-01-30");
    expect(confirmationDeadline(changed, "2027-01-04").lastDay).to.equal("2027-03-05");
  });
});
