import { useQuery } from "@tanstack/react-query";
import { apiFetch } from "../../api/fetch.ts";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";

export const URGENCIES = ["now", "today", "soon", "waiting"] as const;
export type Urgency = (typeof URGENCIES)[number];

export interface QueueItem {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly borrowerName: string;
  readonly platformName: string;
  readonly stage: CaseStage;
  readonly claimedFen: number;
  readonly action: string;
  readonly why: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number | boolean | null>>;
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
