import type { ReactNode } from "react";
import { ErrorState } from "./ErrorState.tsx";
import { Loading } from "./Loading.tsx";

interface Loadable<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly of: Loadable<T>;
  readonly children: (data: T) => ReactNode;
}

/** What a query brought, or that it is on its way, or why it did not come. Known data stays while it is read again. */
export function Loaded<T>({ of, children }: LoadedProps<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <ErrorState error={of.error} onRetry={() => void of.refetch()} />;
  return <Loading />;
}
