import { Refusal } from "../../shared/api/refusal.ts";
import { personIdOf, type Actor } from "../../shared/api/roles.ts";
import type { RoomAbility } from "../../shared/api/messages.ts";
import type { CaseStage } from "../../shared/cases/lifecycle.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Channel } from "../../shared/journal/events.ts";
import { channelsOf, whyNotPost } from "../../shared/rooms/channels.ts";
import { decideEntry, type Membership } from "../../shared/rooms/membership.ts";

/** The id by which a person is known in memberships. */
export function personOf(actor: Actor): string {
  const person = personIdOf(actor);
  if (person === null) throw new Refusal("forbidden", "only people sit in rooms");
  return person;
}

/** Somebody whom the mediator removed stays outside everything that is said to settle. */
export function onlyIfNotRemoved(membership: Membership): void {
  if (membership === "removed") throw notAMember();
}

export function notAMember(): Refusal {
  return new Refusal("not_a_member", "you are not in this room");
}

type RoomState = { stage: CaseStage; paused: boolean; muted: boolean };

/** The channels in which somebody can speak now. */
export function channelsOpenTo(party: Party, membership: Membership, state: RoomState): Channel[] {
  if (membership !== "member") return [];
  return channelsOf(party).filter((channel) => whyNotPost(party, channel, state) === null);
}

/** What somebody may do in the room now; buttons follow this. */
export function roomAbilities(party: Party, membership: Membership, state: RoomState): RoomAbility[] {
  const abilities: RoomAbility[] = [];
  const isMember = membership === "member";
  if (!isMember && decideEntry(membership, state.stage) === "become_member") abilities.push("join");
  if (isMember) abilities.push("leave");
  if (channelsOpenTo(party, membership, state).length > 0) abilities.push("post");
  if (isMember && party === "mediator") abilities.push("remove_member", "mute_member");
  return abilities;
}
