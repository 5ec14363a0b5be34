import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Channel } from "../../shared/journal/events.ts";
import { isSide, type CaucusSide } from "../../shared/rooms/caucus.ts";
import { whyNotTalk } from "../../shared/rooms/channels.ts";
import { asParty, onlyMediatorOfCase, onlyPartyToCase, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { notAMember, personOf } from "./room.policy.ts";
import type { LockedSeat, RoomRepository, SeatRow } from "./room.repository.ts";

export type SeatDeps = { rows: RoomRepository; cases: CaseService };

/** The seat of whoever acts, with their case and its journal held; whoever has none hears why. */
export async function lockSeatOf(deps: SeatDeps, tx: Tx, actor: Actor, caseId: string): Promise<LockedSeat> {
  const locked = await deps.rows.lockSeat(tx, caseId, personOf(actor));
  if (locked && asParty(actor, locked.seat) === locked.seat.party) return locked;
  onlyPartyToCase(actor, await deps.cases.find(tx, caseId));
  throw notAMember();
}

/** The same for what only one of the two sides can do. */
export async function lockSideOf(
  deps: SeatDeps,
  tx: Tx,
  actor: Actor,
  caseId: string,
): Promise<{ seat: SeatRow; side: CaucusSide }> {
  const { seat } = await lockSeatOf(deps, tx, actor, caseId);
  if (!isSide(seat.party)) throw new Refusal("forbidden", "this is for the two sides");
  return { seat, side: seat.party };
}

/** The same for what only the mediator of the case can do, sitting in the room. */
export async function lockMediatorOf(
  deps: SeatDeps,
  tx: Tx,
  actor: Actor,
  caseId: string,
): Promise<{ seat: SeatRow; mediatorId: string }> {
  const { seat } = await lockSeatOf(deps, tx, actor, caseId);
  const { staffId } = onlyMediatorOfCase(actor, await deps.cases.find(tx, caseId));
  return { seat, mediatorId: staffId };
}

/** Refuse what a party could not talk of in this channel now, muted or not. */
export function onlyWhileTalking(seat: SeatRow, channel: Channel): void {
  const { stage, pausedAt } = seat;
  const obstacle = whyNotTalk(seat.party, channel, { stage, paused: pausedAt !== null });
  if (obstacle) throw new Refusal(obstacle, OBSTACLES[obstacle]);
}

export const OBSTACLES = {
  forbidden: "this channel is not yours",
  stage_forbids: "nothing is said in this case any more, or not yet",
  case_paused: "the case is paused",
  muted: "the mediator has muted you",
};
