import { expect } from "chai";
import { isExpired, limitationDate } from "../../../shared/law/limitation.ts";

describe("limitation", () => {
  it("is three years from the last due date", () => {
    const limitation = limitationDate({ lastDue: "2023-03-15", restarts: [] });
    expect(limitation.date).to.equal("2026-03-15");
    expect(limitation.basis).to.deep.include({ kind: "last_due", date: "2023-03-15" });
    expect(limitation.rule.confidence).to.equal("READ");
  });

  it("ends on 28 February for a 29 February, and moves off a weekend", () => {
    expect(limitationDate({ lastDue: "2024-02-29", restarts: [] }).date).to.equal("2027-02-28");
    const sunday = limitationDate({ lastDue: "2023-03-15", restarts: [] });
    expect([sunday.date, sunday.extendedTo, sunday.provisional]).to.deep.equal([
      "2026-03-15",
      "2026-03-16",
      false,
    ]);
    expect(isExpired(sunday, "2026-03-16")).to.equal(false);
    expect(isExpired(sunday, "2026-03-17")).to.equal(true);
  });

  it("restarts with the latest event that happened while it ran, in any order given", () => {
    const limitation = limitationDate({
      lastDue: "2020-01-10",
      restarts: [
        { date: "2024-06-30", kind: "part_payment" },
        { date: "2022-05-01", kind: "demand" },
      ],
    });
    expect(limitation.date).to.equal("2027-06-30");
    expect(limitation.basis).to.deep.include({ kind: "part_payment", date: "2024-06-30" });
    expect(limitation.counted.map((restart) => restart.kind)).to.deep.equal(["demand", "part_payment"]);
  });

  it("does not restart once it has run out, nor before it began", () => {
    const { date, counted, ignored } = limitationDate({
      lastDue: "2020-01-10",
      restarts: [
        { date: "2019-12-01", kind: "demand" },
        { date: "2023-02-01", kind: "part_payment" },
      ],
    });
    expect(date).to.equal("2023-01-10");
    expect(counted).to.deep.equal([]);
    expect(ignored.map(({ kind, reason }) => [kind, reason])).to.deep.equal([
      ["demand", "before_last_due"],
      ["part_payment", "after_expiry"],
    ]);
  });

  it("relies on people's mediation, not on a private centre", () => {
    const at = "2025-01-06";
    const people = limitationDate({
      lastDue: "2023-03-15",
      restarts: [{ date: at, kind: "peoples_mediation" }],
    });
    expect(people.date).to.equal("2028-01-06");
    const centre = limitationDate({
      lastDue: "2023-03-15",
      restarts: [{ date: at, kind: "private_centre_mediation" }],
    });
    expect(centre.date).to.equal("2026-03-15");
    expect(centre.ignored[0]?.reason).to.equal("may_not_count");
  });
});
