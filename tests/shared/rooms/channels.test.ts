import { expect } from "chai";
import { CASE_STAGES, ROOM_STAGES } from "../../../shared/cases/lifecycle.ts";
import { PARTIES } from "../../../shared/journal/audience.ts";
import { CHANNELS } from "../../../shared/journal/events.ts";
import { channelsOf, readersOf, whyNotPost } from "../../../shared/rooms/channels.ts";

describe("channels", () => {
  it("belong to the parties who may read them", () => {
    expect(channelsOf("borrower")).to.deep.equal(["joint", "caucus_borrower"]);
    expect(channelsOf("platform")).to.deep.equal(["joint", "caucus_platform"]);
    expect(channelsOf("mediator")).to.deep.equal([
      "joint",
      "caucus_borrower",
      "caucus_platform",
      "mediator_notes",
    ]);
  });

  it("have as readers exactly those whose channels they are", () => {
    for (const channel of CHANNELS) {
      const parties = PARTIES.filter((party) => channelsOf(party).includes(channel));
      expect(readersOf(channel).toSorted(), channel).to.deep.equal(parties.toSorted());
    }
  });

  for (const stage of CASE_STAGES) {
    it(`take messages in ${stage} ${ROOM_STAGES.includes(stage) ? "unless paused" : "never"}`, () => {
      for (const party of PARTIES) {
        for (const channel of CHANNELS) {
          const own = channelsOf(party).includes(channel);
          const open = ROOM_STAGES.includes(stage);
          const running = !own ? "forbidden" : open ? null : "stage_forbids";
          const paused = !own ? "forbidden" : open ? "case_paused" : "stage_forbids";
          expect(whyNotPost(party, channel, { stage, paused: false, muted: false })).to.equal(running);
          expect(whyNotPost(party, channel, { stage, paused: true, muted: false })).to.equal(paused);
        }
      }
    });
  }
});
