import { expect } from "chai";
import {
  ACCEPTANCE_APPROVALS,
  ACCEPTANCE_COMMANDS,
  ACCEPTANCE_TRANSITIONS,
  decideOffer,
  OFFER_COMMANDS,
  OFFER_STATUSES,
  OFFER_TRANSITIONS,
  type OfferCommand,
  type OfferStatus,
} from "../../../shared/offers/lifecycle.ts";

/** The legal cells; every other one is refused. */
const LEGAL: Record<string, OfferStatus> = {
  "draft put": "open",
  "draft ask_approval": "awaiting_approval",
  "awaiting_approval approve": "open",
  "awaiting_approval refuse": "refused_approval",
  "awaiting_approval withdraw": "withdrawn",
  "awaiting_approval expire": "expired",
  "open withdraw": "withdrawn",
  "open counter": "countered",
  "open decline": "declined",
  "open accept": "accepted",
  "open expire": "expired",
};

describe("an offer", () => {
  const expiresAt = new Date("2026-11-10T00:00:00.000Z");
  const before = new Date(expiresAt.getTime() - 1);

  for (const state of ["draft", ...OFFER_STATUSES] as const) {
    for (const command of OFFER_COMMANDS) {
      const to = LEGAL[`${state} ${command}`] ?? null;
      it(`${state} × ${command} → ${to ?? "refused"}`, () => {
        expect(OFFER_TRANSITIONS[state][command]).to.equal(to);
        if (state === "draft") return;
        const decision = decideOffer({ status: state, expiresAt }, command, before);
        expect(decision).to.deep.equal(to ? { ok: true, to } : { ok: false, code: "offer_not_open" });
      });
    }
  }

  const atTheEnd: [OfferStatus, OfferCommand, boolean][] = [
    ["open", "accept", false],
    ["open", "counter", false],
    ["open", "decline", false],
    ["awaiting_approval", "approve", false],
    ["awaiting_approval", "refuse", true],
    ["open", "withdraw", true],
    ["open", "expire", true],
  ];
  for (const [status, command, possible] of atTheEnd) {
    it(`can${possible ? "" : "not"} ${command} at the instant it expires`, () => {
      expect(decideOffer({ status, expiresAt }, command, before).ok).to.equal(true);
      expect(decideOffer({ status, expiresAt }, command, expiresAt).ok).to.equal(possible);
    });
  }
});

describe("leave to accept", () => {
  const legal: Record<string, string> = {
    "none request": "requested",
    "requested approve": "approved",
    "requested refuse": "refused",
    "refused request": "requested",
  };
  for (const state of ACCEPTANCE_APPROVALS) {
    for (const command of ACCEPTANCE_COMMANDS) {
      const to = legal[`${state} ${command}`] ?? null;
      it(`${state} × ${command} → ${to ?? "refused"}`, () => {
        expect(ACCEPTANCE_TRANSITIONS[state][command]).to.equal(to);
      });
    }
  }
});
