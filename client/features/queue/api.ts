import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import type { QueueAction, Urgency } from "../../../shared/insight/action.ts";

export interface QueueItem {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly borrowerName: string;
  readonly platformName: string;
  readonly stage: CaseStage;
  readonly claimedFen: number;
  readonly action: QueueAction;
  readonly why: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  };
  readonly since: string;
  readonly dueAt: string | null;
  readonly urgency: Urgency;
}

export interface Queue {
  readonly items: readonly QueueItem[];
}

export function useQueue() {
  return useQuery({
    queryKey: ["queue"],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => apiFetch<Queue>("GET", "/api/queue", { signal }),
  });
}
