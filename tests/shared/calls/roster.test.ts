import { expect } from "chai";
import fc from "fast-check";
import { CALL_CHANNELS, callersOf, whyNotCall } from "../../../shared/calls/channels.ts";
import { CALL_SEATS, isPolite, settleCalls, type SeatedPeer } from "../../../shared/calls/roster.ts";

function peer(peerId: string, memberId: string, more: Partial<SeatedPeer> = {}): SeatedPeer {
  return {
    peerId,
    memberId,
    party: "platform",
    audio: true,
    video: true,
    lines: 1,
    channel: "joint",
    ...more,
  };
}

const claims = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 6 }), fc.constantFrom(...CALL_CHANNELS))
    .map(([stay, member, channel]) =>
      peer(`p${String(stay).padStart(2, "0")}-${member}`, `m${member}`, { channel }),
    ),
  { maxLength: 20 },
);

describe("who is in the calls of a case", () => {
  it("is where they joined last", () => {
    const first = peer("1", "m");
    const then = peer("2", "m", { channel: "caucus_platform" });
    expect(settleCalls([then, first])).to.deep.equal({
      seated: [then],
      displaced: [{ peer: first, why: "elsewhere" }],
    });
  });

  it("is one stay on its newest line", () => {
    const broken = peer("1", "m");
    const back = peer("1", "m", { lines: 2 });
    expect(settleCalls([back, broken]).seated).to.deep.equal([back]);
  });

  it("is the first four of a call, and the others of other calls besides", () => {
    const peers = ["1", "2", "3", "4", "5"].map((id) => peer(id, `m${id}`));
    const aside = peer("6", "m6", { channel: "caucus_platform" });
    const { seated, displaced } = settleCalls([aside, ...peers.toReversed()]);
    expect(seated).to.deep.equal([...peers.slice(0, CALL_SEATS), aside]);
    expect(displaced).to.deep.equal([{ peer: peers[4], why: "full" }]);
  });

  it("does not depend on the order processes say it in, loses nobody, and never seats a member twice", () => {
    fc.assert(
      fc.property(claims, fc.infiniteStream(fc.nat()), (said, random) => {
        const one = new Map(said.map((each) => [each.peerId, each]));
        const all = [...one.values()];
        const shuffled = all
          .map((each) => ({ each, at: random.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const { seated, displaced } = settleCalls(all);
        expect(settleCalls(shuffled)).to.deep.equal({ seated, displaced });
        expect(seated.length + displaced.length).to.equal(all.length);
        expect(new Set(seated.map(({ memberId }) => memberId)).size).to.equal(seated.length);
        for (const channel of CALL_CHANNELS)
          expect(seated.filter((each) => each.channel === channel).length).to.be.at.most(CALL_SEATS);
      }),
    );
  });
});

describe("a call", () => {
  it("is for those who read its channel", () => {
    expect(callersOf("joint")).to.have.members(["borrower", "platform", "mediator"]);
    expect(callersOf("caucus_borrower")).to.have.members(["borrower", "mediator"]);
    expect(callersOf("caucus_platform")).to.have.members(["platform", "mediator"]);
  });

  it("is open as long as something may be said", () => {
    const open = { stage: "negotiating", paused: false, muted: false } as const;
    expect(whyNotCall("borrower", "joint", open)).to.equal(null);
    expect(whyNotCall("borrower", "caucus_platform", open)).to.equal("forbidden");
    expect(whyNotCall("borrower", "joint", { ...open, paused: true })).to.equal("case_paused");
    expect(whyNotCall("borrower", "joint", { ...open, muted: true })).to.equal("muted");
    expect(whyNotCall("borrower", "joint", { ...open, stage: "closed" })).to.equal("stage_forbids");
  });

  it("has exactly one polite side between any two members", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        fc.pre(a !== b);
        expect(isPolite({ memberId: a }, { memberId: b })).to.equal(
          !isPolite({ memberId: b }, { memberId: a }),
        );
      }),
    );
  });
});
