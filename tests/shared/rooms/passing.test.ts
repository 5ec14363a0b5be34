import { expect } from "chai";
import { PARTIES } from "../../../shared/journal/audience.ts";
import { CHANNELS } from "../../../shared/journal/events.ts";
import { channelsOf, readersOf } from "../../../shared/rooms/channels.ts";
import {
  CARRIED_TO,
  CAUCUS_CHANNEL,
  mayRelease,
  PASSING_COMMANDS,
  PASSING_STATES,
  PASSING_TRANSITIONS,
  RELEASED_BY,
} from "../../../shared/rooms/passing.ts";

describe("passing on", () => {
  const legal: Record<string, string> = {
    "kept release": "released",
    "released take_back": "kept",
    "released pass_on": "passed_on",
  };
  for (const state of PASSING_STATES) {
    for (const command of PASSING_COMMANDS) {
      const next = legal[`${state} ${command}`] ?? null;
      it(`${command} of what is ${state} ${next === null ? "is refused" : `makes it ${next}`}`, () => {
        expect(PASSING_TRANSITIONS[state][command]).to.equal(next);
      });
    }
  }

  it("is allowed by those alone who said it, in their own caucus, and in words", () => {
    for (const party of PARTIES) {
      for (const by of PARTIES) {
        for (const channel of CHANNELS) {
          const own = party === by && channel === `caucus_${party}`;
          expect(mayRelease(party, { by, channel, text: "x" }), `${party} ${by} ${channel}`).to.equal(own);
          expect(mayRelease(party, { by, channel, text: "" })).to.equal(false);
        }
      }
    }
  });

  it("leads out of a caucus to the other side or to all, and never back into it or to the notes", () => {
    for (const channel of CHANNELS) {
      const from = RELEASED_BY[channel];
      if (from === null) {
        expect(CARRIED_TO[channel]).to.deep.equal([]);
        continue;
      }
      expect(CAUCUS_CHANNEL[from]).to.equal(channel);
      expect(CARRIED_TO[channel]).to.not.include(channel).and.not.include("mediator_notes");
      for (const to of CARRIED_TO[channel]) {
        expect(channelsOf("mediator")).to.include(to);
        expect(readersOf(to).some((party) => party !== from && party !== "mediator")).to.equal(true);
      }
    }
  });
});
