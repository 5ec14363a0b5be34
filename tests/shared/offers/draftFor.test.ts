import { expect } from "chai";
import {
  OFFER_DRAFT_COMMANDS,
  OFFER_DRAFT_STATUSES,
  OFFER_DRAFT_TRANSITIONS,
  type OfferDraftStatus,
} from "../../../shared/offers/draftFor.ts";
import { EXTEND_WITHIN_MS, EXTENSION_MS, extendedExpiry } from "../../../shared/offers/extension.ts";
import { OFFER_STATUSES } from "../../../shared/offers/lifecycle.ts";

/** The legal cells; every other one is refused. */
const LEGAL: Record<string, OfferDraftStatus> = {
  "open confirm": "confirmed",
  "open turn_down": "turned_down",
  "open take_back": "taken_back",
};

describe("the mediator's draft for one side", () => {
  for (const status of OFFER_DRAFT_STATUSES) {
    for (const command of OFFER_DRAFT_COMMANDS) {
      const to = LEGAL[`${status} ${command}`] ?? null;
      it(`${status} × ${command} → ${to ?? "refused"}`, () => {
        expect(OFFER_DRAFT_TRANSITIONS[status][command]).to.equal(to);
      });
    }
  }
});

describe("an offer that is being answered", () => {
  const expiresAt = new Date("2026-11-10T08:00:00.000Z");
  const before = (milliseconds: number) => new Date(expiresAt.getTime() - milliseconds);
  const open = { status: "open" as const, expiresAt, extendedAt: null };

  it("gets a quarter of an hour more in its last five minutes", () => {
    for (const left of [1, 60_000, EXTEND_WITHIN_MS]) {
      const end = extendedExpiry(open, before(left));
      expect(end?.getTime(), `${left} ms left`).to.equal(expiresAt.getTime() + EXTENSION_MS);
    }
  });

  it("stays as it is while there is time, after its end, and once it was extended", () => {
    expect(extendedExpiry(open, before(EXTEND_WITHIN_MS + 1))).to.equal(null);
    expect(extendedExpiry(open, expiresAt)).to.equal(null);
    expect(extendedExpiry({ ...open, extendedAt: before(1_000) }, before(500))).to.equal(null);
  });

  for (const status of OFFER_STATUSES.filter((each) => each !== "open")) {
    it(`is not extended when it is ${status}`, () => {
      expect(extendedExpiry({ ...open, status }, before(1_000))).to.equal(null);
    });
  }
});
