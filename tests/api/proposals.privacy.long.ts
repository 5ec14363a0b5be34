import { expect } from "chai";
import fc from "fast-check";
import { playRounds, ROUND_HOURS, type Act } from "../support/proposalRounds.ts";

const hour = fc.double({ min: 0.1, max: ROUND_HOURS - 0.1, noNaN: true });
const actsOf = (...kinds: Pick<Act, "who" | "does">[]): fc.Arbitrary<Act[]> =>
  fc.array(
    fc.tuple(hour, fc.constantFrom(...kinds)).map(([at, kind]) => ({ hour: at, ...kind })),
    { maxLength: 5 },
  );
const ofBorrower = actsOf(
  { who: "borrower", does: "yes" },
  { who: "borrower", does: "no" },
  { who: "borrower", does: "acknowledge" },
);
const ofPlatform = actsOf(
  { who: "agent", does: "yes" },
  { who: "agent", does: "no" },
  { who: "approver", does: "yes" },
  { who: "approver", does: "no" },
);
const SCHEDULES = Number(process.env["SCHEDULES"] ?? 40);

/** The same as the short test, over schedules drawn at random, each on an installation with nothing else in it. */
describe("a sealed proposal, over random schedules", function () {
  this.timeout(0);

  it("shows a side the same before the deadline, and after it unless both said yes", async () => {
    const twoOthers = fc.record({ own: ofPlatform, one: ofBorrower, other: ofBorrower });
    const twoPlatforms = fc.record({ own: ofBorrower, one: ofPlatform, other: ofPlatform });
    for (const [seat, pairs] of [
      ["platform", fc.sample(twoOthers, SCHEDULES / 2)],
      ["borrower", fc.sample(twoPlatforms, SCHEDULES / 2)],
    ] as const) {
      for (const { own, one, other } of pairs) {
        const [first] = await playRounds([[...own, ...one]], true);
        const [second] = await playRounds([[...own, ...other]], true);
        const said = JSON.stringify({ own, one, other });
        for (const viewer of [seat, "mediator"] as const) {
          expect(first![viewer].before, said).to.equal(second![viewer].before);
        }
        if (first!.status !== second!.status) continue;
        for (const viewer of [seat, "mediator"] as const) {
          expect(first![viewer].after, said).to.equal(second![viewer].after);
        }
        expect(first!.log, said).to.equal(second!.log);
      }
    }
  });
});
