import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./problem.ts";

/** A refusal stays a refusal however often it is asked; only the network and the server's own faults are retried. */
function worthRetrying(failures: number, error: Error): boolean {
  if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) return false;
  return failures < 2;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 10_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}
