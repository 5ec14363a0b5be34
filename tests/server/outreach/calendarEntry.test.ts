import { expect } from "chai";
import ICAL from "ical.js";
import { calendarText, type CalendarEntry } from "../../../server/outreach/calendarEntry.ts";

const NOW = new Date("2026-11-22T02:00:00.000Z");
const ENTRY: CalendarEntry = {
  sessionId: "01930000-0000-7000-8000-000000000001",
  startsAt: new Date("2026-11-25T02:00:00.000Z"),
  minutes: 60,
  sequence: 1,
  cancelled: false,
  link: "https://parley.example/m/2345-6789-ABCD",
  centrePhone: "0571-80000000",
  attendee: "zhang@example.com",
};

/** Read by another library than the one that wrote it. */
function read(more: Partial<CalendarEntry> = {}) {
  const text = calendarText({ ...ENTRY, ...more }, "https://parley.example", NOW);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const [event, ...others] = calendar.getAllSubcomponents("vevent");
  if (!event || others.length > 0) throw new Error("one event");
  const value = (name: string) => event.getFirstPropertyValue(name);
  return { text, calendar, event: new ICAL.Event(event), value };
}

describe("a calendar entry", () => {
  it("is an invitation with its time, its place and a stable id", () => {
    const { calendar, event, value } = read();
    expect(calendar.getFirstPropertyValue("version")).to.equal("2.0");
    expect(calendar.getFirstPropertyValue("method")).to.equal("REQUEST");
    expect(event.uid).to.equal("session-01930000-0000-7000-8000-000000000001@parley.example");
    expect(event.startDate.toJSDate()).to.deep.equal(ENTRY.startsAt);
    expect(event.endDate.toJSDate()).to.deep.equal(new Date("2026-11-25T03:00:00.000Z"));
    expect(event.startDate.zone.tzid).to.equal("UTC");
    expect(event.sequence).to.equal(1);
    expect(event.location).to.equal(ENTRY.link);
    expect(value("class")).to.equal("PRIVATE");
    expect(value("status")).to.equal("CONFIRMED");
    expect(String(value("attendee"))).to.match(/^mailto:zhang@example\.com$/i);
    expect(String(value("organizer"))).to.equal("mailto:no-reply@parley.example");
    expect(value("dtstamp")).not.to.equal(null);
  });

  it("moved or cancelled carries the same id and a higher number, so that calendars replace it", () => {
    const first = read();
    const moved = read({ startsAt: new Date("2026-11-26T02:00:00.000Z"), sequence: 2 });
    const gone = read({ sequence: 3, cancelled: true });
    expect(new Set([first, moved, gone].map(({ event }) => event.uid)).size).to.equal(1);
    expect([moved, gone].map(({ event }) => event.sequence)).to.deep.equal([2, 3]);
    expect(gone.calendar.getFirstPropertyValue("method")).to.equal("CANCEL");
    expect(gone.value("status")).to.equal("CANCELLED");
    expect(gone.text).not.to.include("/m/");
  });

  it("downloaded is published to whoever downloads it, and asks nobody", () => {
    const { calendar, value } = read({ attendee: null });
    expect(calendar.getFirstPropertyValue("method")).to.equal("PUBLISH");
    expect(value("attendee")).to.equal(null);
  });

  it("says nothing of what the meeting is about to whoever sees the calendar", () => {
    for (const more of [{}, { cancelled: true }, { attendee: null }]) {
      const { text } = read(more);
      const flat = text.replace(/\r\n[ \t]/g, "");
      expect(flat).not.to.match(/调解|纠纷|债|欠|借|贷|还款|法|mediat|debt|loan|\blend|court/i);
    }
  });

  it("is written in lines that every reader takes: CRLF, at most 75 octets", () => {
    const { text } = read();
    expect(text.replaceAll("\r\n", "")).not.to.match(/[\r\n]/);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).to.be.at.most(75);
  });
});
