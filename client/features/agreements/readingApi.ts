import { useQuery, useQueryClient } from "@tanstack/react-query";
import { pagesLeft } from "../../../shared/agreements/reading.ts";
import { apiFetch } from "../../api/fetch.ts";
import { networkProblem, readProblem } from "../../api/problem.ts";

/** How long the text is, and which pages this person has had before them; the server keeps count. */
export interface Reading {
  readonly contentHash: string;
  readonly pageCount: number;
  readonly viewed: readonly number[];
  readonly left: readonly number[];
}

const key = (agreementId: string, contentHash: string) => ["agreement-reading", agreementId, contentHash];

export function useReading(agreementId: string, contentHash: string) {
  return useQuery({
    queryKey: key(agreementId, contentHash),
    queryFn: ({ signal }) => apiFetch<Reading>("GET", `/api/agreements/${agreementId}/reading`, { signal }),
  });
}

/** A page has come: count it here as the server did. */
export function useMarkViewed(agreementId: string, contentHash: string): (page: number) => void {
  const queries = useQueryClient();
  return (page) =>
    queries.setQueryData<Reading>(key(agreementId, contentHash), (reading) => {
      if (!reading || reading.viewed.includes(page)) return reading;
      const viewed = [...reading.viewed, page];
      return { ...reading, viewed, left: pagesLeft(reading.pageCount, viewed) };
    });
}

export function pageUrl(agreementId: string, page: number): string {
  return `/api/agreements/${agreementId}/pages/${page}`;
}

/** The words of one page. */
export function usePageText(agreementId: string, contentHash: string, page: number, wanted: boolean) {
  return useQuery({
    queryKey: [...key(agreementId, contentHash), "text", page],
    enabled: wanted,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await fetch(`${pageUrl(agreementId, page)}/text`, {
        credentials: "same-origin",
        signal,
      }).catch(() => {
        throw networkProblem();
      });
      const text = await answer.text();
      if (!answer.ok) throw readProblem(answer.status, text);
      return text;
    },
  });
}
