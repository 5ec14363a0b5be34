import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { ROOM_STAGES, type CaseStage } from "../../shared/cases/lifecycle.ts";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { CaseMember } from "./member.entity.ts";
import { personOf } from "./room.policy.ts";
import type { RoomRepository } from "./room.repository.ts";

/** While people talk, nobody sits or speaks in a room who has not accepted the ground rules in force. */
export function mustAcceptFirst(groundRules: string | null, stage: CaseStage): boolean {
  return groundRules !== GROUND_RULES && ROOM_STAGES.includes(stage);
}

export function groundRulesFirst(): Refusal {
  return new Refusal("ground_rules_first", `accept the ground rules of version ${GROUND_RULES} first`, {
    params: { version: GROUND_RULES },
  });
}

/** Keep that a member of a locked case accepts the rules in force; once said it holds for whoever comes back. */
export async function acceptGroundRules(
  tx: Tx,
  actor: Actor,
  member: CaseMember,
  { accepted, rows, journal }: { accepted: string | null; rows: RoomRepository; journal: Journal },
): Promise<void> {
  const { id: memberId, caseId, party, name } = member;
  const before = await rows.hasAccepted(tx, caseId, personOf(actor), GROUND_RULES);
  if (!before && accepted !== GROUND_RULES) throw groundRulesFirst();
  await rows.keepAccepted(tx, memberId, GROUND_RULES);
  member.groundRules = GROUND_RULES;
  if (before) return;
  const payload = { memberId, party, name, version: GROUND_RULES };
  await journal.append(tx, caseId, actor, [{ type: "groundRules.accepted", payload }]);
}
