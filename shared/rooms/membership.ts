import { ROOM_STAGES, type CaseStage } from "../cases/lifecycle.ts";

/** What somebody entitled to a room is to it. `removed` is for good; who left may come back. */
export const MEMBERSHIPS = ["outside", "member", "left", "removed"] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

export const MEMBERSHIP_COMMANDS = ["join", "leave", "remove"] as const;
export type MembershipCommand = (typeof MEMBERSHIP_COMMANDS)[number];

/** For each membership and command the next membership, or null where the command is refused. */
export const MEMBERSHIP_TRANSITIONS: Record<Membership, Record<MembershipCommand, Membership | null>> = {
  outside: { join: "member", leave: null, remove: null },
  // Joining again changes nothing: every new connection joins.
  member: { join: "member", leave: "left", remove: "removed" },
  left: { join: "member", leave: null, remove: null },
  removed: { join: null, leave: null, remove: null },
};

/** Stages before there is a room: nobody has agreed to talk yet. */
const BEFORE_ROOM: readonly CaseStage[] = ["intake", "invited"];

/**
 * May somebody with this membership enter now? Newcomers only while the room is open; members also after its
 * end, to read; nobody before it begins, and nobody who was removed.
 */
export function decideEntry(
  membership: Membership,
  stage: CaseStage,
): "enter" | "become_member" | "stage_forbids" | "not_a_member" {
  if (MEMBERSHIP_TRANSITIONS[membership].join === null) return "not_a_member";
  if (BEFORE_ROOM.includes(stage)) return "stage_forbids";
  if (membership === "member") return "enter";
  return ROOM_STAGES.includes(stage) ? "become_member" : "stage_forbids";
}
