import { expect } from "chai";
import fc from "fast-check";
import { House } from "../support/roomSchedules/house.ts";
import { playSchedules } from "../support/roomSchedules/runner.ts";
import { schedules } from "../support/roomSchedules/steps.ts";

const SCHEDULES = Number(process.env["SCHEDULES"] ?? 10_000);
const SEED = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);
/** Played between two looks at everything else; each has a seed of its own. */
const WAVE = 200;
const LOOK_EVERY = Number(process.env["LOOK_EVERY"] ?? 100);

/** What enough schedules bring about: a run of refusals would prove nothing. */
const WHAT_HAPPENS = [
  "message.posted",
  "message.passedOn",
  "message.releaseTakenBack",
  "message.reported",
  "report.dealtWith",
  "request.answered",
  "caucus.begun",
  "caucus.ended",
  "member.left",
  "member.removed",
  "member.muted",
  "exhibit.added",
  "fact.answered",
  "offer.draftedFor",
  "offer.draftDecided",
  "offer.put",
  "proposal.drafted",
  "proposal.opened",
  "proposal.answered",
];

describe("privacy of rooms on two processes, over random schedules", function () {
  this.timeout(0);
  let house: House;

  before(async () => {
    house = await House.open(2);
  });
  after(() => house.close());

  it(`holds over ${SCHEDULES} of them`, async () => {
    const started = performance.now();
    const total = { schedules: 0, steps: 0, looked: 0 };
    for (let wave = 0; total.schedules < SCHEDULES; wave += 1) {
      const seed = SEED + wave;
      const numRuns = Math.min(WAVE, SCHEDULES - total.schedules);
      try {
        const played = await playSchedules(house, fc.sample(schedules, { seed, numRuns }), LOOK_EVERY);
        total.schedules += played.schedules;
        total.steps += played.steps;
        total.looked += played.looked;
      } catch (error) {
        console.log(`failed in the wave of SEED=${seed} after ${total.schedules} schedules`);
        throw error;
      }
      const seconds = (performance.now() - started) / 1_000;
      const pace = (total.schedules / seconds).toFixed(1);
      console.log(
        `${total.schedules} schedules, ${total.steps} steps, ${total.looked} looked into everywhere, ${house.secrets.count} markers, ${house.loggedLines} lines of log: ${seconds.toFixed(0)} s, ${pace}/s`,
      );
    }
    console.log(JSON.stringify(Object.fromEntries(house.happened)));
    if (SCHEDULES >= 1_000) expect([...house.happened.keys()]).to.include.members(WHAT_HAPPENS);
  });
});
