import { useQuery } from "@tanstack/react-query";
import { apiFetch, apiUrl } from "../../api/fetch.ts";
import { usePages } from "../../api/pages.ts";
import { uploadFile, type UploadOptions } from "../../api/upload.ts";
import type { Language } from "../../i18n/language.ts";
import { useLanguage } from "../../i18n/index.ts";
import type { PersonAccounts } from "../../../shared/intake/caseGroups.ts";
import type { Field } from "../../../shared/intake/fields.ts";
import type { ImportStatus } from "../../../shared/intake/importLifecycle.ts";
import type { ColumnConflict, ColumnMapping, UnrecognisedColumn } from "../../../shared/intake/mapping.ts";
import type { RowProblem } from "../../../shared/intake/row.ts";
import type { StatementTotals } from "../../../shared/debts/totals.ts";

export interface Import {
  readonly id: string;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly encoding: string | null;
  readonly status: ImportStatus;
  readonly rowsRead: number;
  readonly rowsGood: number;
  readonly rowsFaulty: number;
  readonly rowsKnown: number;
  readonly rowsImported: number;
  readonly casesCreated: number;
  readonly headers: readonly string[];
  readonly mapping: ColumnMapping | null;
  readonly recognised: Readonly<Partial<Record<Field, string>>>;
  readonly missing: readonly Field[];
  readonly conflicts: readonly ColumnConflict[];
  readonly unrecognised: readonly UnrecognisedColumn[];
  readonly ignored: readonly string[];
  readonly thirdPerson: readonly string[];
  readonly failure: { readonly code: string; readonly text: string } | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly abilities: readonly string[];
}

export interface Preview {
  readonly people: number;
  readonly cases: number;
  readonly joiningCases: number | null;
  readonly debts: number;
  readonly totals: StatementTotals;
  readonly samples: readonly PersonAccounts[];
  readonly notImported: readonly { readonly header: string; readonly reason: string }[];
}

export interface ImportRow {
  readonly line: number;
  readonly problems: readonly (RowProblem & { readonly text: string })[];
}

/** While the server works on it, an import is asked for again every second. */
export function isWorking(status: ImportStatus): boolean {
  return status === "reading" || status === "importing";
}

export function useImports() {
  return usePages<Import>(["imports"], "/api/imports", { locale: useLanguage(), limit: 20 });
}

export function useImport(importId: string) {
  const locale = useLanguage();
  return useQuery({
    queryKey: ["import", importId, locale],
    queryFn: ({ signal }) =>
      apiFetch<Import>("GET", `/api/imports/${importId}`, { query: { locale }, signal }),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.status) ? 1_000 : false),
  });
}

export function usePreview(importId: string) {
  return useQuery({
    queryKey: ["import-preview", importId],
    queryFn: ({ signal }) => apiFetch<Preview>("GET", `/api/imports/${importId}/preview`, { signal }),
  });
}

export function useFaultyRows(importId: string, status: "faulty" | "known") {
  const query = { status, locale: useLanguage(), limit: 50 };
  return usePages<ImportRow>(["import-rows", importId], `/api/imports/${importId}/rows`, query);
}

export function uploadExport(file: File, options: UploadOptions): Promise<Import> {
  return uploadFile<Import>("/api/imports", file, {}, options);
}

export function mapColumns(
  importId: string,
  body: { columns: ColumnMapping; remember: boolean },
  idempotencyKey: string,
) {
  return apiFetch<Import>("PUT", `/api/imports/${importId}/mapping`, { body, idempotencyKey });
}

export function confirmImport(importId: string, idempotencyKey: string) {
  return apiFetch<Import>("POST", `/api/imports/${importId}/confirm`, { body: {}, idempotencyKey });
}

export function removeImport(importId: string, idempotencyKey: string) {
  return apiFetch<unknown>("DELETE", `/api/imports/${importId}`, { idempotencyKey });
}

export function faultyCsvUrl(importId: string, locale: Language): string {
  return apiUrl(`/api/imports/${importId}/faulty.csv`, { locale });
}
