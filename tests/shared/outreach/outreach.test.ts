import { expect } from "chai";
import fc from "fast-check";
import { invitationState } from "../../../shared/outreach/invitation.ts";
import {
  INVITATION_ALPHABET,
  INVITATION_LENGTH,
  invitationCodeFrom,
  normaliseInvitationCode,
  showInvitationCode,
} from "../../../shared/outreach/invitationCode.ts";
import {
  invitationLink,
  NOTICE_KINDS,
  noticeText,
  oneTimeCodeText,
} from "../../../shared/outreach/noticeText.ts";
import {
  afterWrongTry,
  MAX_TRIES,
  secondsLocked,
  WAIT_SECONDS,
  type Tries,
} from "../../../shared/outreach/tries.ts";

const code = fc
  .array(fc.constantFrom(...INVITATION_ALPHABET.split("")), {
    minLength: INVITATION_LENGTH,
    maxLength: INVITATION_LENGTH,
  })
  .map((characters) => characters.join(""));
const NOW = new Date("2026-11-02T02:00:00.000Z");
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

describe("an invitation code", () => {
  it("is found however it was typed", () => {
    fc.assert(
      fc.property(
        code,
        fc.boolean(),
        fc.constantFrom("-", " ", "－", "—", ""),
        (stored, small, separator) => {
          const shown = showInvitationCode(stored).replaceAll("-", separator);
          expect(normaliseInvitationCode(small ? shown.toLowerCase() : shown)).to.equal(stored);
        },
      ),
    );
  });

  it("is nothing that could not have been issued", () => {
    for (const text of ["", "ABC", "ABCDEFGHJKM0", "ABCD-EFGH-JKMNP", "ABCDEFGHJK%1", "ABCDEFGHJKML"]) {
      expect(normaliseInvitationCode(text), text).to.equal(null);
    }
  });

  it("has no characters people mistake for one another, and fits in 25 characters with its dashes", () => {
    expect(INVITATION_ALPHABET).to.not.match(/[01OILU]/);
    expect(showInvitationCode("23456789ABCD")).to.have.length.at.most(25);
  });

  it("throws away bytes that would make some characters likelier", () => {
    expect(invitationCodeFrom(Array.from({ length: 32 }, () => 255))).to.equal(null);
    expect(invitationCodeFrom([255, ...Array.from({ length: 12 }, () => 0)])).to.equal("2".repeat(12));
  });

  it("makes a link that can be read off a letter", () => {
    expect(invitationLink("https://parley.example/", "23456789ABCD")).to.equal(
      "https://parley.example/m/2345-6789-ABCD",
    );
  });
});

describe("an invitation", () => {
  const fresh = { revokedAt: null, identifiedAt: null, expiresAt: later(10) };
  it("expires at its time and not a moment before", () => {
    expect(invitationState(fresh, later(9))).to.equal("open");
    expect(invitationState(fresh, later(10))).to.equal("expired");
  });
  it("stays the way back for who has proved who they are", () => {
    expect(invitationState({ ...fresh, identifiedAt: NOW }, later(1e6))).to.equal("open");
  });
  it("ends when another takes its place", () => {
    expect(invitationState({ ...fresh, identifiedAt: NOW, revokedAt: NOW }, NOW)).to.equal("revoked");
  });
});

describe("wrong tries", () => {
  it("leave four, three, two, one, none, and then a wait", () => {
    let tries: Tries = { failedTries: 0, lockedUntil: null };
    const left: number[] = [];
    for (let n = 0; n < MAX_TRIES; n += 1) {
      expect(secondsLocked(tries, NOW)).to.equal(0);
      const after = afterWrongTry(tries, NOW);
      left.push(after.triesLeft);
      tries = after;
    }
    expect(left).to.deep.equal([4, 3, 2, 1, 0]);
    expect(secondsLocked(tries, NOW)).to.equal(WAIT_SECONDS);
    expect(secondsLocked(tries, later(WAIT_SECONDS - 1))).to.equal(1);
    expect(secondsLocked(tries, later(WAIT_SECONDS))).to.equal(0);
  });

  it("are counted anew after the wait", () => {
    const waited = { failedTries: MAX_TRIES, lockedUntil: NOW };
    expect(afterWrongTry(waited, later(1)).triesLeft).to.equal(MAX_TRIES - 1);
  });
});

describe("the words of a notice", () => {
  const facts = {
    centreName: "杭州西湖金融纠纷调解中心",
    centrePhone: "0571-80000000",
    mediatorName: "调解员周",
    verificationCode: "M-ZHOU",
    link: "https://parley.example/m/2345-6789-ABCD",
  };
  const kinds = NOTICE_KINDS.filter((kind) => kind !== "one_time_code");

  for (const kind of kinds) {
    it(`of kind ${kind} disclose no debt to somebody who sees the screen, and threaten nobody`, () => {
      const text = noticeText(kind, facts);
      expect(text).to.not.match(/欠|债|借款|贷|逾期|金额|元|起诉|法院|失信|征信|催收/);
      expect(text).to.not.match(/debt|loan|overdue|owe|amount|lawsuit|court|credit/i);
      expect(text).to.include(facts.centreName).and.include(facts.link).and.include(facts.centrePhone);
    });
  }

  it("of an invitation name the mediator and how to verify them, in both languages", () => {
    const text = noticeText("invitation", facts);
    expect(text)
      .to.include("您有一份调解邀请")
      .and.include("自愿")
      .and.include("You are invited to a mediation");
    expect(text.split("M-ZHOU")).to.have.length(3);
  });

  it("of a code say how long it is good and that nobody asks for it", () => {
    const text = oneTimeCodeText("sign", { centreName: "中心", code: "012345", minutes: 10 });
    expect(text).to.include("012345").and.include("10 分钟").and.include("请勿告诉任何人");
  });
});
