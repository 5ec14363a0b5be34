import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { NextAction, QueueAction, Urgency } from "../../shared/insight/action.ts";
import type { QueueRole } from "../../shared/insight/caseFacts.ts";
import { compareActions, nextAction } from "../../shared/insight/nextAction.ts";
import type { Tx } from "../database/transaction.ts";
import { onlyStaff, type StaffActor } from "../organisations/index.ts";
import {
  type FactsRepository,
  type FactsRow,
  type InsightScope,
  type OverviewRepository,
} from "./facts.repository.ts";

/** More than anybody works through in a day; `more` says that the list goes on. */
const QUEUE_LIMIT = 300;

export type QueueItem = NextAction & {
  caseId: string;
  caseNumber: string;
  borrowerName: string;
  platformName: string;
  stage: FactsRow["stage"];
  claimedFen: number;
};
export type Queue = {
  items: QueueItem[];
  counts: { byAction: Partial<Record<QueueAction, number>>; byUrgency: Partial<Record<Urgency, number>> };
  more: boolean;
};

/** What to do next, and how things stand. */
export class InsightService {
  readonly #facts: FactsRepository;
  readonly #overviews: OverviewRepository;

  constructor(facts: FactsRepository, overviews: OverviewRepository) {
    this.#facts = facts;
    this.#overviews = overviews;
  }

  async queue(tx: Tx, actor: Actor): Promise<Queue> {
    const staff = onlyStaff(actor);
    const found = await this.#facts.candidates(tx, scopeOf(staff), QUEUE_LIMIT + 1);
    const role = queueRoleOf(staff);
    const items = found
      .slice(0, QUEUE_LIMIT)
      .flatMap((row) => {
        const action = nextAction(role, row, tx.now);
        return action ? [present(row, action)] : [];
      })
      .toSorted(compareActions);
    return {
      items,
      counts: {
        byAction: countBy(items, (item) => item.action),
        byUrgency: countBy(items, (item) => item.urgency),
      },
      more: found.length > QUEUE_LIMIT,
    };
  }

  async overview(tx: Tx, actor: Actor): Promise<object> {
    const row = await this.#overviews.overview(tx, scopeOf(onlyStaff(actor)));
    const { byStage, invited, opened, identified, consented, agreementsSealed } = row;
    return {
      byStage,
      funnel: { invited, opened, identified, consented },
      agreementsSealed,
      claimedFen: Number(row.claimedFen),
      totalSettledFen: Number(row.totalSettledFen),
      paidFen: Number(row.paidFen),
    };
  }
}

function present(row: FactsRow, action: NextAction): QueueItem {
  const { caseId, caseNumber, borrowerName, platformName, stage } = row;
  return {
    caseId,
    caseNumber,
    borrowerName,
    platformName,
    stage,
    claimedFen: Number(row.claimedFen),
    ...action,
  };
}

function scopeOf({ role, staffId, organisationId }: StaffActor): InsightScope {
  switch (role) {
    case "mediator":
      return { kind: "mediator", id: staffId };
    case "lawyer":
      return { kind: "lawyer", id: staffId };
    case "platform_agent":
    case "platform_approver":
    case "platform_system":
      return { kind: "platform", id: organisationId };
    case "centre_admin":
      return { kind: "centre", id: organisationId };
  }
}

function queueRoleOf({ role }: StaffActor): QueueRole {
  switch (role) {
    case "centre_admin":
      return "centre";
    case "platform_system":
      throw new Refusal("forbidden", "a system has no queue");
    default:
      return role;
  }
}

function countBy<T, K extends string>(items: readonly T[], key: (item: T) => K): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}
