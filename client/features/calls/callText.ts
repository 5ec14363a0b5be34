import type { TFunction } from "i18next";
import type { CallChannel } from "../../../shared/calls/channels.ts";
import type { CallPeer } from "../../../shared/calls/roster.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import type { RoomPerson } from "../../realtime/protocol.ts";

/** A mediator has a caucus with each side; a side has one, with the mediator. */
function wordOf(channel: CallChannel, party: Party): CallChannel | "own" {
  return channel !== "joint" && party !== "mediator" ? "own" : channel;
}

export function callName(t: TFunction, channel: CallChannel, party: Party): string {
  return t(`calls.channel.${wordOf(channel, party)}`);
}

/** Who hears and sees what is sent there, in a sentence. */
export function goesTo(t: TFunction, channel: CallChannel, party: Party): string {
  return t(`calls.goesTo.${wordOf(channel, party)}`);
}

export function nameOfPeer(t: TFunction, people: readonly RoomPerson[], { memberId }: CallPeer): string {
  return people.find((person) => person.memberId === memberId)?.name ?? t("calls.unknown");
}
