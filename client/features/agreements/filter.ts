import { useSearchParams } from "react-router";
import { AGREEMENT_STATUSES, type AgreementStatus } from "../../../shared/agreements/lifecycle.ts";
import { isLocalDate } from "../../../shared/calendar/localDate.ts";
import { fenOf } from "../../ui/yuan.ts";

const PARTS = ["borrower", "contract", "product"] as const;
const DAYS = ["from", "to"] as const;
const AMOUNTS = ["min", "max"] as const;

/** What a list of agreements is narrowed down by; amounts in yuan as they were typed. */
export type AgreementFilter = { readonly status?: AgreementStatus } & {
  readonly [K in (typeof PARTS)[number] | (typeof DAYS)[number] | (typeof AMOUNTS)[number]]?: string;
};

/** The filter lives in the address, so that a list can be linked to and the way back keeps it. */
export function useAgreementFilter(): [AgreementFilter, (next: AgreementFilter) => void] {
  const [params, setParams] = useSearchParams();
  return [readFilter(params), (next) => setParams({ ...next }, { replace: true })];
}

export function readFilter(params: URLSearchParams): AgreementFilter {
  const filter: { -readonly [K in keyof AgreementFilter]: AgreementFilter[K] } = {};
  const status = AGREEMENT_STATUSES.find((known) => known === params.get("status"));
  if (status !== undefined) filter.status = status;
  for (const name of PARTS) keep(filter, name, params.get(name)?.trim() ?? "");
  for (const name of DAYS) if (isLocalDate(params.get(name))) keep(filter, name, params.get(name) ?? "");
  for (const name of AMOUNTS)
    if (fenOf(params.get(name) ?? "") !== undefined) keep(filter, name, params.get(name) ?? "");
  return filter;
}

function keep(filter: Record<string, string | undefined>, name: string, text: string): void {
  if (text !== "") filter[name] = text;
}

/** The filter as the interface asks for it: amounts in fen. */
export function queryOf({ min, max, ...rest }: AgreementFilter): Record<string, string | number | undefined> {
  return { ...rest, minFen: fenOf(min ?? ""), maxFen: fenOf(max ?? "") };
}
