import { ROOM_STAGES } from "../../shared/cases/lifecycle.ts";
import type { Party } from "../../shared/journal/audience.ts";
import { decideSession, type SessionCommand } from "../../shared/sessions/lifecycle.ts";
import type { SessionAbility } from "../../shared/sessions/sessionView.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import { onlyPartyToCase, type Case } from "../cases/index.ts";
import type { MediationSession } from "./session.entity.ts";

/** Only the two sides say when they have time; the mediator offers. */
export function onlySide(actor: Actor, theCase: Case): OfferSide {
  const party = onlyPartyToCase(actor, theCase);
  if (party === "mediator") throw new Refusal("forbidden", "the sides tick, the mediator offers");
  return party;
}

const OF_MEDIATOR = [
  "reoffer",
  "fix",
  "reschedule",
  "open_lobby",
  "start",
  "set_phase",
  "adjourn",
  "resume",
  "end",
  "cancel",
  "confirm_attendance",
] as const satisfies readonly SessionCommand[];
/** What needs no talk: it stays possible while the case is paused, and after its end. */
const ALWAYS: readonly SessionCommand[] = ["end", "cancel", "confirm_attendance"];

/** What a party may do with a session now. It never depends on what anybody ticked. */
export function sessionAbilities(party: Party, theCase: Case, session: MediationSession): SessionAbility[] {
  const goesOn = canMeet(theCase);
  const can = (command: SessionCommand) =>
    decideSession(session.status, command) !== null && (goesOn || ALWAYS.includes(command));
  return party === "mediator" ? OF_MEDIATOR.filter(can) : can("tick") ? ["tick"] : [];
}

/** Whether people may meet in this case now. */
export function canMeet(theCase: Case): boolean {
  return ROOM_STAGES.includes(theCase.stage) && theCase.pausedAt === null;
}
