import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { onlyPartyToCase } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { OrganisationService } from "../organisations/index.ts";
import { calendarText } from "../outreach/index.ts";
import type { RoomService } from "../rooms/index.ts";
import type { SessionDesk } from "./sessionDesk.ts";

/** The entry a person takes into their own calendar. */
export class CalendarDownload {
  readonly #deps: {
    desk: SessionDesk;
    rooms: RoomService;
    organisations: OrganisationService;
    publicUrl: string;
  };

  constructor(deps: {
    desk: SessionDesk;
    rooms: RoomService;
    organisations: OrganisationService;
    publicUrl: string;
  }) {
    this.#deps = deps;
  }

  async text(tx: Tx, actor: Actor, sessionId: string): Promise<string> {
    const { desk, rooms, organisations, publicUrl } = this.#deps;
    const session = await desk.rows.find(tx, sessionId);
    if (!session) throw noSuchSession();
    const theCase = await desk.cases.find(tx, session.caseId);
    const party = onlyPartyToCase(actor, theCase);
    await rooms.onlyIfNotRemoved(tx, actor, theCase.id);
    const startsAt = session.resumesAt ?? session.startsAt;
    if (startsAt === null) throw new Refusal("session_forbids", "no time is fixed yet");
    const centre = await organisations.organisation(tx, theCase.centreId);
    const place = party === "borrower" ? "/m/case/sessions" : `/cases/${theCase.id}/room`;
    const cancelled = session.status === "cancelled";
    const { minutes, sequence } = session;
    const link = new URL(place, publicUrl).href;
    const entry = { sessionId, startsAt, minutes, sequence, cancelled, link, attendee: null };
    return calendarText({ ...entry, centrePhone: centre.phone }, publicUrl, tx.now);
  }
}

function noSuchSession(): Refusal {
  return new Refusal("not_found", "no such session");
}
