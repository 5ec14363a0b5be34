import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { v7 as uuid } from "uuid";
import { ApiProblem } from "../api/problem.ts";
import { BORROWER } from "./session.ts";
import { sayDone } from "./ui/done.ts";

interface SendOptions<V, R> {
  readonly run: (input: V, idempotencyKey: string) => Promise<R>;
  /** What to say when it is done. */
  readonly done?: string;
  readonly onDone?: (result: R) => void;
}

/**
 * Something the borrower does. The same intent sent again after the network failed carries the same key, so it is
 * never done twice; afterwards everything shown is read again. The failure is for the page to show.
 */
export function useSend<V = void, R = unknown>({ run, done, onDone }: SendOptions<V, R>) {
  const queries = useQueryClient();
  const pending = useRef<{ intent: string; key: string } | null>(null);
  return useMutation<R, Error, V>({
    mutationFn: (input) => {
      const intent = JSON.stringify(input) ?? "";
      if (pending.current?.intent !== intent) pending.current = { intent, key: uuid() };
      return run(input, pending.current.key);
    },
    onSuccess: async (result) => {
      pending.current = null;
      if (done !== undefined) sayDone(done);
      onDone?.(result);
      await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== BORROWER[0] });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status !== 0) pending.current = null;
    },
  });
}
