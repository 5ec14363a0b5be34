import type { RoomEvent } from "../../realtime/protocol.ts";
import type { CaucusSide } from "../../../shared/rooms/caucus.ts";
import type { PassingState } from "../../../shared/rooms/passing.ts";
import type { EventPayloads } from "../../../shared/journal/events.ts";

export type OpenRequest = EventPayloads["request.made"] & { readonly name: string };
export type Report = EventPayloads["message.reported"] & { readonly dealtWith: string | null };

/** How the room stands, as far as this viewer may know: nothing but what their own events say. */
export interface RoomState {
  /** Where the mediator is alone with one side now. */
  readonly caucus: { readonly side: CaucusSide; readonly announced: boolean; readonly since: string } | null;
  /** What has become of statements by their id; those never marked are not in it. */
  readonly passing: ReadonlyMap<string, PassingState>;
  /** The members who cannot speak, with the reason given. */
  readonly muted: ReadonlyMap<string, string | null>;
  readonly requests: readonly OpenRequest[];
  /** By the message they are about. */
  readonly reports: ReadonlyMap<string, Report>;
  readonly withdrawnExhibits: ReadonlySet<string>;
}

export function roomStateOf(events: readonly RoomEvent[]): RoomState {
  const passing = new Map<string, PassingState>();
  const requests = new Map<string, OpenRequest>();
  const reports = new Map<string, Report>();
  const withdrawnExhibits = new Set<string>();
  let caucus: RoomState["caucus"] = null;
  for (const event of events) {
    switch (event.type) {
      case "caucus.begun":
        caucus = { side: event.payload.side, announced: event.payload.announced, since: event.at };
        break;
      case "caucus.ended":
        caucus = null;
        break;
      case "message.posted":
        if (event.payload.mayPassOn === true) passing.set(event.id, "released");
        break;
      case "message.released":
        passing.set(event.payload.messageId, "released");
        break;
      case "message.releaseTakenBack":
        passing.set(event.payload.messageId, "kept");
        break;
      case "message.carried":
        passing.set(event.payload.messageId, "passed_on");
        break;
      case "request.made":
        requests.set(event.payload.requestId, { ...event.payload, name: event.actor.name });
        break;
      case "request.answered":
      case "request.withdrawn":
        requests.delete(event.payload.requestId);
        break;
      case "message.reported":
        reports.set(event.payload.messageId, { ...event.payload, dealtWith: null });
        break;
      case "report.dealtWith": {
        const report = reports.get(event.payload.messageId);
        if (report) reports.set(event.payload.messageId, { ...report, dealtWith: event.payload.note });
        break;
      }
      case "exhibit.withdrawn":
        withdrawnExhibits.add(event.payload.exhibitId);
        break;
      default:
    }
  }
  return {
    caucus,
    passing,
    muted: mutedMembers(events),
    requests: [...requests.values()],
    reports,
    withdrawnExhibits,
  };
}

/** A person who goes out and comes in again is another member, and as muted as before. */
function mutedMembers(events: readonly RoomEvent[]): Map<string, string | null> {
  const personOf = new Map<string, string | null>();
  const muted = new Map<string | null, string | null>();
  for (const event of events) {
    if (event.type === "member.joined") personOf.set(event.payload.memberId, event.actor.id);
    if (event.type === "member.muted")
      muted.set(personOf.get(event.payload.memberId) ?? event.payload.memberId, event.payload.reason);
    if (event.type === "member.unmuted")
      muted.delete(personOf.get(event.payload.memberId) ?? event.payload.memberId);
  }
  return new Map(
    [...personOf].flatMap(([memberId, person]) => {
      const reason = muted.get(person);
      return muted.has(person) ? [[memberId, reason ?? null] as const] : [];
    }),
  );
}
