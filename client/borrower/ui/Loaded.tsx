import type { ReactNode } from "react";
import { Problem } from "./Problem.tsx";
import { Spinner } from "./Spinner.tsx";

interface Loadable<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** What a query brought, or that it is on its way, or why it did not come. Known data stays while it is read again. */
export function Loaded<T>({
  of,
  children,
}: {
  readonly of: Loadable<T>;
  readonly children: (data: T) => ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  if (of.error)
    return (
      <div className="b-page">
        <Problem error={of.error} onRetry={() => void of.refetch()} />
      </div>
    );
  return <Spinner />;
}
