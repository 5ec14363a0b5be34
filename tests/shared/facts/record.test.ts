import { expect } from "chai";
import { mayRead } from "../../../shared/journal/audience.ts";
import { mayEnterPacket } from "../../../shared/escalations/exhibitLabels.ts";
import {
  decideRecord,
  RECORD_COMMANDS,
  RECORD_STATUSES,
  RECORD_TRANSITIONS,
  recordLabels,
  RUNNING_RECORDS,
  signCommand,
  type RecordStatus,
} from "../../../shared/facts/record.ts";

/** The legal cells; every other one is refused. */
const LEGAL: Record<string, RecordStatus> = {
  "none draft": "drafted",
  "drafted draft": "drafted",
  "drafted sign_borrower": "signed_by_borrower",
  "drafted sign_platform": "signed_by_platform",
  "drafted void": "voided",
  "signed_by_borrower draft": "drafted",
  "signed_by_borrower sign_platform": "signed",
  "signed_by_borrower void": "voided",
  "signed_by_platform draft": "drafted",
  "signed_by_platform sign_borrower": "signed",
  "signed_by_platform void": "voided",
};
/** Refused because it is done, not because it cannot be. */
const DONE = [
  "signed_by_borrower sign_borrower",
  "signed_by_borrower sign_platform",
  "signed_by_platform sign_borrower",
  "signed_by_platform sign_platform",
  "signed sign_borrower",
  "signed sign_platform",
  "voided void",
];

describe("the record of undisputed facts", () => {
  for (const status of RECORD_STATUSES) {
    for (const command of RECORD_COMMANDS) {
      const cell = `${status} ${command}`;
      const to = LEGAL[cell] ?? null;
      it(`${cell} → ${to ?? "refused"}`, () => {
        expect(RECORD_TRANSITIONS[status][command]).to.equal(to);
        expect(decideRecord(status, command)).to.deep.equal(
          to === null
            ? { ok: false, code: DONE.includes(cell) ? "already_done" : "stage_forbids" }
            : { ok: true, to },
        );
      });
    }
  }

  it("may leave the mediation when both have signed, and at no other time", () => {
    for (const status of RECORD_STATUSES) {
      const labels = recordLabels(status);
      expect(mayEnterPacket(labels), status).to.equal(status === "signed");
      expect(mayRead("lawyer", labels), status).to.equal(status === "signed");
      expect(mayRead("centre", labels), status).to.equal(status === "signed");
      for (const party of ["borrower", "platform", "mediator"] as const) {
        expect(mayRead(party, labels), `${status} ${party}`).to.equal(true);
      }
    }
  });

  it("runs while it is being signed", () => {
    expect(RUNNING_RECORDS).to.deep.equal(
      RECORD_STATUSES.filter((status) => decideRecord(status, "void").ok),
    );
    expect(signCommand("borrower")).to.equal("sign_borrower");
    expect(signCommand("platform")).to.equal("sign_platform");
  });
});
