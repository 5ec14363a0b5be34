import { expect } from "chai";
import { formatDate, formatDateTime, formatFen, formatRate, formatTime } from "../../client/i18n/format.ts";
import { remaining } from "../../client/ui/remaining.ts";

describe("formats", () => {
  it("shows fen as grouped yuan", () => {
    expect([0, 5, 100, 1234560, 100000000, -2550].map(formatFen)).to.deep.equal([
      "¥0.00",
      "¥0.05",
      "¥1.00",
      "¥12,345.60",
      "¥1,000,000.00",
      "\u2212¥25.50",
    ]);
  });

  it("shows a calendar date as that date, and an instant on Shanghai's calendar", () => {
    expect(formatDate("2026-03-05", "zh")).to.equal("2026年3月5日");
    expect(formatDate("2026-03-05", "en")).to.equal("5 Mar 2026");
    expect(formatDate("2026-03-05T15:59:59Z", "zh")).to.equal("2026年3月5日");
    expect(formatDate("2026-03-05T16:00:00Z", "zh")).to.equal("2026年3月6日");
  });

  it("shows midnight as 00:00", () => {
    expect(formatTime("2026-03-05T16:00:00Z", "zh")).to.equal("00:00");
    expect(formatDateTime("2026-03-05T16:00:00Z", "en")).to.match(/^6 Mar 2026,? (at )?00:00$/);
  });

  it("shows a rate without trailing zeros", () => {
    expect(["0.1278", "0.24", "0", "0.069"].map(formatRate)).to.deep.equal(["12.78%", "24%", "0%", "6.9%"]);
  });

  it("counts down in the coarsest unit that still says something", () => {
    const at = (seconds: number) => remaining(seconds * 1000, 0);
    expect(at(86_400)).to.deep.equal({ unit: "days", count: 1 });
    expect(at(86_399)).to.deep.equal({ unit: "hours", count: 23 });
    expect(at(3_599)).to.deep.equal({ unit: "minutes", count: 59 });
    expect(at(0)).to.deep.equal({ unit: "seconds", count: 0 });
    expect(at(-1)).to.equal(undefined);
  });
});
