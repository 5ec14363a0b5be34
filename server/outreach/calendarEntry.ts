import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from "ical-generator";

export type CalendarEntry = {
  sessionId: string;
  startsAt: Date;
  minutes: number;
  /** Counts the entries sent for the same session; a later one takes the place of an earlier. */
  sequence: number;
  cancelled: boolean;
  /** Where the meeting is opened; its holder still has to prove who they are. */
  link: string | null;
  centrePhone: string;
  /** Who is invited by mail; null for an entry a person downloads for themselves. */
  attendee: string | null;
};

/**
 * A meeting as a calendar entry (RFC 5545, by the methods of RFC 5546): `REQUEST` to somebody invited by mail, `PUBLISH` for a
 * download, `CANCEL` when it does not take place. Times are UTC. Calendars are shared and shown on locked screens, so nothing
 * in it says mediation, debt, centre, lender or anybody's name (docs/decisions/0007 and 0022).
 */
export function calendarText(entry: CalendarEntry, publicUrl: string, now: Date): string {
  const { sessionId, startsAt, minutes, sequence, cancelled, link, centrePhone, attendee } = entry;
  const { hostname } = new URL(publicUrl);
  const calendar = ical({
    prodId: "//Parley//Sessions//ZH",
    method: cancelled
      ? ICalCalendarMethod.CANCEL
      : attendee === null
        ? ICalCalendarMethod.PUBLISH
        : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: `session-${sessionId}@${hostname}`,
    start: startsAt,
    end: new Date(startsAt.getTime() + minutes * 60_000),
    stamp: now,
    sequence,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    summary: cancelled ? "线上会议（已取消） Online meeting (cancelled)" : "线上会议 Online meeting",
    description: cancelled
      ? `会议已取消。如有疑问，请致电 ${centrePhone}。\nThe meeting is cancelled. Questions: ${centrePhone}.`
      : `请在约定时间打开链接参加。需要改时间，请致电 ${centrePhone}。\nOpen the link at the time agreed. To change the time, call ${centrePhone}.`,
    organizer: { name: "Online meeting", email: `no-reply@${hostname}` },
  });
  if (link !== null && !cancelled) {
    event.url(link);
    event.location(link);
  }
  if (attendee !== null) event.createAttendee({ email: attendee, rsvp: false });
  return calendar.toString();
}
