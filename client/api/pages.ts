import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { apiFetch, type Query } from "./fetch.ts";

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A keyset list, page after page as one array; `fetchNextPage` reads on where the last page ended. */
export function usePages<T>(key: QueryKey, path: string, query: Query = {}, enabled = true) {
  return useInfiniteQuery({
    queryKey: [...key, query],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      apiFetch<Page<T>>("GET", path, { query: { ...query, cursor: pageParam }, signal }),
    getNextPageParam: (last) => last.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}
