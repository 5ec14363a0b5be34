import { expect } from "chai";
import { PARTIES } from "../../../shared/journal/audience.ts";
import { CHANNELS, type EventDraft } from "../../../shared/journal/events.ts";
import { CHANNEL_LABELS, labelsFor } from "../../../shared/journal/labels.ts";
import {
  CAUCUS_COMMANDS,
  CAUCUS_SIDES,
  CAUCUS_STATES,
  CAUCUS_TRANSITIONS,
} from "../../../shared/rooms/caucus.ts";
import { readersOf, whyNotPost } from "../../../shared/rooms/channels.ts";
import {
  MAY_BE_MUTED,
  MAY_REPORT,
  MUTE_TRANSITIONS,
  REPORT_STATES,
  REPORT_TRANSITIONS,
  REQUEST_COMMANDERS,
  REQUEST_COMMANDS,
  REQUEST_STATES,
  REQUEST_TRANSITIONS,
} from "../../../shared/rooms/safety.ts";
import { attachmentLabels, whyNotShow } from "../../../shared/rooms/showing.ts";

describe("safety in the room", () => {
  const granted = { grant: "granted", decline: "declined", withdraw: "withdrawn" } as const;
  for (const state of REQUEST_STATES) {
    for (const command of REQUEST_COMMANDS) {
      const next = state === "open" ? granted[command] : null;
      it(`a request that is ${state}: ${command} ${next === null ? "is refused" : `makes it ${next}`}`, () => {
        expect(REQUEST_TRANSITIONS[state][command]).to.equal(next);
      });
    }
  }

  it("is answered by the mediator and taken back by whoever asked", () => {
    expect(REQUEST_COMMANDERS).to.deep.equal({ grant: "mediator", decline: "mediator", withdraw: "asker" });
  });

  it("deals with a report once", () => {
    for (const state of REPORT_STATES) {
      expect(REPORT_TRANSITIONS[state].deal).to.equal(state === "open" ? "dealt_with" : null);
    }
  });

  it("lets a side report what others say, and nobody their own", () => {
    for (const party of PARTIES) {
      for (const by of PARTIES) {
        expect(MAY_REPORT[party][by], `${party} ${by}`).to.equal(party !== "mediator" && party !== by);
      }
    }
  });

  it("mutes the people of the two sides, each step once", () => {
    expect(MAY_BE_MUTED).to.deep.equal({ borrower: true, platform: true, mediator: false });
    expect(MUTE_TRANSITIONS).to.deep.equal({
      speaking: { mute: "muted", unmute: null },
      muted: { mute: null, unmute: "speaking" },
    });
  });

  it("takes nothing from who is muted, in any channel of theirs, and says the nearer reason first", () => {
    const state = { stage: "negotiating" as const, paused: false, muted: true };
    expect(whyNotPost("borrower", "joint", state)).to.equal("muted");
    expect(whyNotPost("borrower", "caucus_borrower", state)).to.equal("muted");
    expect(whyNotPost("borrower", "caucus_platform", state)).to.equal("forbidden");
    expect(whyNotPost("borrower", "joint", { ...state, paused: true })).to.equal("case_paused");
    expect(whyNotPost("borrower", "joint", { ...state, stage: "closed" })).to.equal("stage_forbids");
  });

  for (const state of CAUCUS_STATES) {
    for (const command of CAUCUS_COMMANDS) {
      const fits = (state === "together") === (command === "begin");
      it(`${command} of a caucus while ${state} is ${fits ? "done" : "refused"}`, () => {
        const next = command === "begin" ? "apart" : "together";
        expect(CAUCUS_TRANSITIONS[state][command]).to.equal(fits ? next : null);
      });
    }
  }
});

describe("labels of what happens in a room", () => {
  const id = "x";
  const confidence = (side: "borrower" | "platform") => ({
    audience: [side, "mediator"],
    disclosure: "without_prejudice",
  });

  for (const side of CAUCUS_SIDES) {
    it(`keep what the ${side} asks and reports, and its muting, between it and the mediator`, () => {
      const drafts: EventDraft[] = [
        { type: "request.made", payload: { requestId: id, kind: "pause", party: side, note: null } },
        { type: "request.answered", payload: { requestId: id, kind: "pause", party: side, granted: true } },
        { type: "request.withdrawn", payload: { requestId: id, kind: "pause", party: side } },
        {
          type: "message.reported",
          payload: { reportId: id, messageId: id, party: side, reason: "threat", note: null },
        },
        { type: "report.dealtWith", payload: { reportId: id, messageId: id, party: side, note: "x" } },
        { type: "member.muted", payload: { memberId: id, party: side, name: "x", reason: null } },
        { type: "member.unmuted", payload: { memberId: id, party: side, name: "x" } },
      ];
      for (const draft of drafts) expect(labelsFor(draft), draft.type).to.deep.equal(confidence(side));
    });

    it(`tell all of a caucus with the ${side} only where it is announced`, () => {
      for (const type of ["caucus.begun", "caucus.ended"] as const) {
        const payload = { caucusId: id, side };
        expect(labelsFor({ type, payload: { ...payload, announced: false } })).to.deep.equal(
          confidence(side),
        );
        const told = labelsFor({ type, payload: { ...payload, announced: true } });
        expect(told.audience).to.have.members([...PARTIES]);
        expect(told.disclosure).to.equal("without_prejudice");
      }
    });
  }

  it("are those of the channel for a statement, its release, its trace and its copy", () => {
    for (const channel of CHANNELS) {
      const drafts: EventDraft[] = [
        { type: "message.released", payload: { messageId: id, channel } },
        { type: "message.releaseTakenBack", payload: { messageId: id, channel } },
        { type: "message.carried", payload: { messageId: id, channel } },
        { type: "message.passedOn", payload: { channel, from: "borrower", text: "x" } },
      ];
      for (const draft of drafts) expect(labelsFor(draft)).to.deep.equal(CHANNEL_LABELS[channel]);
    }
  });
});

describe("a document shown in a channel", () => {
  it("has exactly the channel's readers", () => {
    for (const channel of CHANNELS) {
      for (const other of CHANNELS) {
        const exhibit = { ...attachmentLabels(other), withdrawn: false, own: true };
        const same = readersOf(channel).join() === readersOf(other).join();
        expect(whyNotShow(channel, exhibit), `${other} in ${channel}`).to.equal(
          same ? null : "other_readers",
        );
        expect(whyNotShow(channel, { ...exhibit, own: false })).to.equal("not_own");
        expect(whyNotShow(channel, { ...exhibit, withdrawn: true })).to.equal("withdrawn");
      }
    }
  });
});
