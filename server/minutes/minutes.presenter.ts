import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { MinutesView } from "../../shared/minutes/minutesView.ts";
import type { Minutes, MinutesAnswerRow } from "./minutes.entity.ts";
import { minutesAbilities, presentAs } from "./minutes.policy.ts";

export function presentMinutes(
  actor: Actor,
  party: Party,
  minutes: Minutes,
  answers: readonly MinutesAnswerRow[],
): MinutesView {
  return {
    id: minutes.id,
    caseId: minutes.caseId,
    number: minutes.number,
    status: minutes.status,
    body: minutes.body,
    contentHash: minutes.contentHash,
    draftedAt: minutes.draftedAt.toISOString(),
    openedAt: minutes.openedAt?.toISOString() ?? null,
    finishedAt: minutes.finishedAt?.toISOString() ?? null,
    sealed: minutes.documentSha256 !== null,
    answers: answers
      .filter(({ minutesId }) => minutesId === minutes.id)
      .map(({ personId, name, answer, remark, at }) => ({
        personId,
        name,
        answer,
        remark,
        at: at.toISOString(),
      })),
    ownId: presentAs(actor, minutes)?.personId ?? null,
    version: minutes.version,
    abilities: minutesAbilities(actor, party, minutes),
  };
}
