import type { TFunction } from "i18next";
import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";

/** A mediator has a caucus with each side; a side has one, with the mediator. */
function isOwnCaucus(channel: Channel, party: Party): boolean {
  return party !== "mediator" && (channel === "caucus_borrower" || channel === "caucus_platform");
}

export function channelName(t: TFunction, channel: Channel, party: Party): string {
  return isOwnCaucus(channel, party) ? t("room.channelOfParty") : t(`room.channel.${channel}`);
}

export function placeholderOf(t: TFunction, channel: Channel, party: Party): string {
  return isOwnCaucus(channel, party)
    ? t("room.composer.placeholderOfParty")
    : t(`room.composer.placeholder.${channel}`);
}

/** The button says again who will read it: the last word before it cannot be taken back. */
export function sendLabel(t: TFunction, channel: Channel, party: Party): string {
  return isOwnCaucus(channel, party) ? t("room.composer.sendOfParty") : t(`room.composer.send.${channel}`);
}
