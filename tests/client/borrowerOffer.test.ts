import { expect } from "chai";
import fc from "fast-check";
import { changeNames } from "../../client/features/offers/borrowerChanges.ts";
import {
  countFor,
  draftAfter,
  MAX_MONTHS,
  type OfferDraft,
  restFen,
  shareOf,
  startDraft,
  termsOfDraft,
  withShare,
} from "../../client/features/offers/borrowerTerms.ts";
import { addMonthsAnchored } from "../../shared/calendar/localDate.ts";
import type { TermsBasis } from "../../shared/offers/draftTerms.ts";
import { fen, ZERO_FEN } from "../../shared/money/fen.ts";
import { financedFen, withFamily } from "../../shared/offers/planShape.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import { withPayment } from "../../shared/plans/paymentPolicies.ts";
import { SCHEDULE_FAMILIES, type Terms } from "../../shared/plans/terms.ts";
import { validateTerms } from "../../shared/plans/validateTerms.ts";

const payee = { name: "星汇消费平台", bank: "江南商业银行杭州分行", number: "6222000011112222333" };

const basis: TermsBasis = {
  statementId: "0192f0a0-0000-7000-8000-000000000001",
  statementHash: "a".repeat(64),
  asOf: "2026-10-31",
  today: "2026-11-02",
  payeeAccount: payee,
  capacity: null,
  lines: [
    { debtId: "one", component: "principal", fen: fen(1_200_000) },
    { debtId: "one", component: "interest", fen: fen(34_560) },
    { debtId: "one", component: "penalty", fen: fen(10_001) },
    { debtId: "two", component: "principal", fen: fen(500_000) },
    { debtId: "two", component: "penalty", fen: fen(7_000) },
  ],
};

/** An offer of the platform: two years from January, half of one penalty waived once all is paid. */
const theirs: Terms = {
  ...termsOfDraft(basis, payee, { ...startDraft(basis, null), count: 24, firstDue: "2027-01-15" }, null),
  waivers: [{ debtId: "one", component: "penalty", fen: fen(5_000), when: "on_completion" }],
  graceDays: 3,
  acceleration: "after_grace",
};

describe("the borrower's own offer", () => {
  it("begins with terms that can be put as they are", () => {
    const terms = termsOfDraft(basis, payee, startDraft(basis, null), null);
    expect(validateTerms(basis, terms, basis.today)).to.deep.equal([]);
    expect(terms.schedule).to.include({ family: "level", count: 12, firstDue: "2026-12-02" });
  });

  it("begins with the offer it counters, its waivers and conditions kept", () => {
    const terms = termsOfDraft(basis, payee, startDraft(basis, theirs), theirs);
    expect(terms).to.deep.equal(theirs);
  });

  it("forgets an offer that was computed from another statement", () => {
    const old = { ...theirs, statementId: "another" };
    expect(startDraft(basis, old)).to.deep.equal(startDraft(basis, null));
  });

  it("asks for half of a component rounded down on each debt, or for all of it", () => {
    const draft = startDraft(basis, null);
    const asked = (share: "half" | "all") =>
      termsOfDraft(basis, payee, { ...draft, shares: { ...draft.shares, penalty: share } }, null).waivers;
    expect(asked("half").map((waiver) => waiver.fen)).to.deep.equal([5_000, 3_500]);
    expect(asked("all").map((waiver) => waiver.fen)).to.deep.equal([10_001, 7_000]);
  });

  it("is one payment when it takes one month", () => {
    const terms = termsOfDraft(basis, payee, { ...startDraft(basis, null), count: 1 }, null);
    expect(terms.schedule.family).to.equal("lump_sum");
    expect(validateTerms(basis, terms, basis.today)).to.deep.equal([]);
  });

  it("names a first date far away as a deferral, and still falls due on that date", () => {
    for (const firstDue of ["2026-12-02", "2027-02-10", "2027-03-31", "2027-08-30"]) {
      const terms = termsOfDraft(basis, payee, { ...startDraft(basis, null), firstDue }, null);
      expect(addMonthsAnchored(terms.schedule.firstDue, terms.deferralMonths)).to.equal(firstDue);
      expect(terms.schedule.firstDue >= "2026-12-02").to.equal(true);
    }
    const later = termsOfDraft(basis, payee, { ...startDraft(basis, null), firstDue: "2027-02-10" }, null);
    expect(later.deferralMonths).to.equal(2);
  });

  it("does not break while a date is being typed", () => {
    const terms = termsOfDraft(basis, payee, { ...startDraft(basis, null), firstDue: "" }, null);
    expect(validateTerms(basis, terms, basis.today)).to.not.be.empty;
  });

  it("pays exactly what is left, whatever the sliders say", () => {
    const share = fc.constantFrom("none" as const, "half" as const, "all" as const);
    const drafts = fc.record({
      count: fc.integer({ min: 1, max: MAX_MONTHS }),
      downFen: fc.integer({ min: 0, max: 800_000 }).map(fen),
      interest: share,
      penalty: share,
    });
    fc.assert(
      fc.property(drafts, ({ count, downFen, interest, penalty }) => {
        const draft: OfferDraft = {
          ...startDraft(basis, null),
          count,
          downFen,
          downDue: basis.today,
          shares: { principal: "none", interest, penalty, fee: "none" },
        };
        const terms = termsOfDraft(basis, payee, draft, null);
        expect(validateTerms(basis, terms, basis.today)).to.deep.equal([]);
        const { totals } = computeSchedule(basis, terms);
        expect(totals.totalFen).to.equal(restFen(basis, draft, null) + downFen);
      }),
    );
  });

  it("takes as many months as an amount needs, and no more than can be chosen", () => {
    const rest = restFen(basis, startDraft(basis, null), null);
    expect(countFor(rest, rest)).to.equal(1);
    expect(countFor(rest - 1, rest)).to.equal(2);
    expect(countFor(1, rest)).to.equal(MAX_MONTHS);
    expect(countFor(0, ZERO_FEN)).to.equal(1);
  });
});

describe("what lies behind more", () => {
  const start = startDraft(basis, null);
  const before = termsOfDraft(basis, payee, start, null);
  const again = (draft: OfferDraft) => termsOfDraft(basis, payee, draft, null);

  it("comes back from the draft as it was drawn up, for every kind of plan", () => {
    for (const family of SCHEDULE_FAMILIES) {
      const changed = withPayment(withFamily(before, family, financedFen(basis, before)), "early", "evenly");
      const draft = draftAfter(changed, before, start);
      expect(again(draft), family).to.deep.equal(changed);
    }
  });

  it("keeps an offer of any kind when it is countered", () => {
    for (const family of SCHEDULE_FAMILIES) {
      const offered = withFamily(theirs, family, financedFen(basis, theirs));
      const terms = termsOfDraft(basis, payee, startDraft(basis, offered), offered);
      expect(computeSchedule(basis, terms).rows, family).to.deep.equal(computeSchedule(basis, offered).rows);
    }
  });

  it("asks for one line alone, and the shares of the other components still move", () => {
    const line = {
      debtId: "two",
      component: "penalty" as const,
      fen: fen(700),
      when: "on_completion" as const,
    };
    const draft = draftAfter({ ...before, waivers: [line] }, before, start);
    expect(again(draft).waivers).to.deep.equal([line]);
    expect(shareOf(basis, draft, "penalty", null)).to.equal(undefined);
    const more = withShare(basis, draft, "interest", "all", null);
    expect(again(more).waivers.map((waiver) => waiver.fen)).to.deep.equal([700, 34_560]);
    expect(shareOf(basis, more, "interest", null)).to.equal("all");
    const none = withShare(basis, more, "penalty", "none", null);
    expect(again(none).waivers.map((waiver) => waiver.fen)).to.deep.equal([34_560]);
  });
});

describe("what changed in an offer", () => {
  it("is named once for each part, in words a reader knows", () => {
    const pointers = ["/schedule/count", "/waivers/0", "/waivers", "/downPaymentFen", "/downPaymentDue"];
    expect(changeNames(pointers)).to.deep.equal(["count", "waivers", "down"]);
  });

  it("calls what has no word of its own other terms", () => {
    expect(changeNames(["/acceleration", "/payments/missed"])).to.deep.equal(["acceleration", "missed"]);
    expect(changeNames(["/allocation"])).to.deep.equal(["other"]);
  });
});
