import type { OutboxEntry } from "../../realtime/outbox.ts";
import type { RoomEvent } from "../../realtime/protocol.ts";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import { CHANNELS, type Channel, type EventDraft, type EventType } from "../../../shared/journal/events.ts";
import { CHANNEL_LABELS, labelsFor } from "../../../shared/journal/labels.ts";

export type MessageEvent = Extract<RoomEvent, { type: "message.posted" }>;
export type PassedOnEvent = Extract<RoomEvent, { type: "message.passedOn" }>;

/** What the conversation of a channel shows, from top to bottom. */
export type Line =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "unread"; readonly key: string }
  | {
      readonly kind: "message";
      readonly key: string;
      readonly event: MessageEvent;
      readonly own: boolean;
      readonly follows: boolean;
    }
  | { readonly kind: "passedOn"; readonly key: string; readonly event: PassedOnEvent }
  | { readonly kind: "system"; readonly key: string; readonly event: RoomEvent; readonly internal: boolean }
  | { readonly kind: "pending"; readonly key: string; readonly entry: OutboxEntry; readonly text: string };

/** Part of the record, but no part of a conversation; the case file shows them. */
const NOT_SHOWN: readonly EventType[] = [
  "case.created",
  "case.debtAdded",
  "case.accepted",
  "certificate.issued",
  "document.timestamped",
  "appointment.proposed",
  "appointment.declared",
  "notice.issued",
  "invitation.opened",
  "borrower.identified",
  "borrower.identificationFailed",
  "offer.drafted",
  "proposal.warningRead",
  "groundRules.accepted",
  // Shown on the statement itself.
  "message.released",
  "message.releaseTakenBack",
  "message.carried",
  // Whoever uploads chooses who sees it, and an event as it arrives here does not say whom they chose.
  "exhibit.added",
  "exhibit.withdrawn",
  "escalation.requested",
  "escalation.sealed",
  "escalation.opened",
  "escalation.concluded",
];

/** Where an event is shown: in the channel whose readers are exactly those who may read it. Null: nowhere. */
export function channelOf(event: RoomEvent): Channel | null {
  if (NOT_SHOWN.includes(event.type)) return null;
  if (isInternal(event)) return "joint";
  const { audience } = labelsOf(event);
  const same = CHANNELS.filter((channel) => sameParties(CHANNEL_LABELS[channel].audience, audience));
  return same[0] ?? null;
}

/** A platform's own business, which neither the borrower nor the mediator reads. */
export function isInternal(event: RoomEvent): boolean {
  return !NOT_SHOWN.includes(event.type) && sameParties(labelsOf(event).audience, ["platform"]);
}

function labelsOf(event: RoomEvent) {
  // A RoomEvent pairs each type with its own payload just as a draft does.
  return labelsFor({ type: event.type, payload: event.payload } as EventDraft);
}

function sameParties(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((party) => b.includes(party));
}

export interface ConversationInput {
  readonly events: readonly RoomEvent[];
  readonly outbox: readonly OutboxEntry[];
  readonly channel: Channel;
  readonly ownMemberId: string | null;
  /** The highest number this person had seen when they opened the channel, and when that was (ms). */
  readonly readUpTo: number;
  readonly openedAt: number;
  /** How many events to show at most, counted from the newest. */
  readonly limit: number;
}

/** The lines of one channel, and how many earlier events there are above them. */
export function conversation(input: ConversationInput): { lines: Line[]; earlier: number } {
  const inChannel = input.events.filter((event) => channelOf(event) === input.channel);
  const shown = inChannel.slice(-input.limit);
  const lines: Line[] = [];
  let before: RoomEvent | undefined;
  let marked = false;
  for (const event of shown) {
    if (!before || dayOf(before) !== dayOf(event))
      lines.push({ kind: "day", key: `day ${dayOf(event)}`, at: event.at });
    if (!marked && isNewTo(event, input)) {
      marked = true;
      lines.push({ kind: "unread", key: "unread" });
    }
    lines.push(lineOf(event, lines.at(-1), input.ownMemberId));
    before = event;
  }
  return { lines: [...lines, ...pendingLines(input)], earlier: inChannel.length - shown.length };
}

/** What came while they were away. What comes while they look on is new to nobody. */
function isNewTo(event: RoomEvent, { readUpTo, openedAt, ownMemberId }: ConversationInput): boolean {
  if (readUpTo === 0 || event.n <= readUpTo || isOwn(event, ownMemberId)) return false;
  return Date.parse(event.at) < openedAt;
}

const COUNTED: readonly EventType[] = ["message.posted", "message.passedOn", "offer.put"];

/** How many messages and offers of others are newer than what this person has seen in a channel. */
export function unreadIn(
  events: readonly RoomEvent[],
  channel: Channel,
  readUpTo: number,
  ownMemberId: string | null,
): number {
  return events.filter(
    (event) =>
      event.n > readUpTo &&
      COUNTED.includes(event.type) &&
      channelOf(event) === channel &&
      !isOwn(event, ownMemberId),
  ).length;
}

/** What was written in a channel and has not come back as part of the record yet. */
function pendingLines({ outbox, channel }: ConversationInput): Line[] {
  return outbox.flatMap((entry): Line[] => {
    const message = messageOf(entry);
    if (message?.channel !== channel) return [];
    return [{ kind: "pending", key: entry.command.id, entry, text: message.text }];
  });
}

function messageOf({ command: { type, payload } }: OutboxEntry): { channel: unknown; text: string } | null {
  if (type !== "message.post" || typeof payload !== "object" || payload === null) return null;
  if (!("channel" in payload) || !("text" in payload) || typeof payload.text !== "string") return null;
  return { channel: payload.channel, text: payload.text };
}

/** Within this time the next message of the same person goes on under the same name. */
const FOLLOWS_MS = 5 * 60_000;

function lineOf(event: RoomEvent, above: Line | undefined, ownMemberId: string | null): Line {
  if (event.type === "message.passedOn") return { kind: "passedOn", key: event.id, event };
  if (event.type !== "message.posted")
    return { kind: "system", key: event.id, event, internal: isInternal(event) };
  const follows =
    above?.kind === "message" &&
    above.event.payload.memberId === event.payload.memberId &&
    Date.parse(event.at) - Date.parse(above.event.at) < FOLLOWS_MS;
  return { kind: "message", key: event.id, event, own: isOwn(event, ownMemberId), follows };
}

function isOwn(event: RoomEvent, ownMemberId: string | null): boolean {
  return event.type === "message.posted" && event.payload.memberId === ownMemberId;
}

function dayOf(event: RoomEvent): string {
  return shanghaiDateOf(new Date(event.at));
}
