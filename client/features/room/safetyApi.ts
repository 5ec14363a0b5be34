import type { CaucusSide } from "../../../shared/rooms/caucus.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import type { ReportReason, RequestKind } from "../../../shared/rooms/safety.ts";
import { apiFetch } from "../../api/fetch.ts";

/** One step in a room, outside of what is said. */
export type RoomStep =
  | { readonly do: "release" | "takeBack"; readonly messageId: string }
  | { readonly do: "passOn"; readonly messageId: string; readonly channel: Channel }
  | { readonly do: "beginCaucus"; readonly side: CaucusSide; readonly announced: boolean }
  | { readonly do: "endCaucus" }
  | { readonly do: "ask"; readonly kind: RequestKind; readonly note: string }
  | { readonly do: "withdraw"; readonly requestId: string }
  | { readonly do: "answer"; readonly requestId: string; readonly granted: boolean }
  | {
      readonly do: "report";
      readonly messageId: string;
      readonly reason: ReportReason;
      readonly note: string;
    }
  | { readonly do: "deal"; readonly reportId: string; readonly note: string }
  | { readonly do: "mute"; readonly memberId: string; readonly reason: string }
  | { readonly do: "unmute"; readonly memberId: string };

/** What comes of it is told by the room's own events. */
export async function takeStep(caseId: string, step: RoomStep, idempotencyKey: string): Promise<void> {
  const { path, body } = requestOf(step);
  await apiFetch<unknown>("POST", `/api/cases/${caseId}/room/${path}`, { body, idempotencyKey });
}

function requestOf(step: RoomStep): { path: string; body: object } {
  switch (step.do) {
    case "release":
      return { path: `messages/${step.messageId}/release`, body: {} };
    case "takeBack":
      return { path: `messages/${step.messageId}/release/withdrawal`, body: {} };
    case "passOn":
      return { path: `messages/${step.messageId}/passing`, body: { channel: step.channel } };
    case "beginCaucus":
      return { path: "caucus", body: { side: step.side, announced: step.announced } };
    case "endCaucus":
      return { path: "caucus/end", body: {} };
    case "ask":
      return { path: "requests", body: { kind: step.kind, note: step.note } };
    case "withdraw":
      return { path: `requests/${step.requestId}/withdrawal`, body: {} };
    case "answer":
      return { path: `requests/${step.requestId}/answer`, body: { granted: step.granted } };
    case "report":
      return { path: `messages/${step.messageId}/reports`, body: { reason: step.reason, note: step.note } };
    case "deal":
      return { path: `reports/${step.reportId}/handling`, body: { note: step.note } };
    case "mute":
      return { path: `members/${step.memberId}/mute`, body: { reason: step.reason } };
    case "unmute":
      return { path: `members/${step.memberId}/unmute`, body: {} };
  }
}
