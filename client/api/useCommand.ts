import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useRef } from "react";
import { v7 as uuid } from "uuid";
import { errorText } from "../i18n/text.ts";
import { ME } from "./me.ts";
import { ApiProblem } from "./problem.ts";

interface CommandOptions<V, R> {
  readonly run: (input: V, idempotencyKey: string) => Promise<R>;
  /** What to say when it is done; nothing is said without it. */
  readonly done?: string | ((result: R) => string);
  readonly onDone?: (result: R) => void;
  /** Shows the failure itself, in a form; otherwise a message says it. */
  readonly onFail?: (error: Error) => void;
}

/**
 * Something a person does to a case. The same intent sent again after the network failed carries the same key, so it
 * is never done twice. Afterwards everything shown is read again: one step changes lists, files and figures alike.
 */
export function useCommand<V = void, R = unknown>({ run, done, onDone, onFail }: CommandOptions<V, R>) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const pending = useRef<{ intent: string; key: string } | null>(null);
  return useMutation<R, Error, V>({
    mutationFn: (input) => {
      const intent = JSON.stringify(input) ?? "";
      if (pending.current?.intent !== intent) pending.current = { intent, key: uuid() };
      return run(input, pending.current.key);
    },
    onSuccess: async (result) => {
      pending.current = null;
      if (done !== undefined) void message.success(typeof done === "string" ? done : done(result));
      onDone?.(result);
      await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== ME[0] });
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status !== 0) pending.current = null;
      if (onFail) onFail(error);
      else void message.error(errorText(error));
    },
  });
}
