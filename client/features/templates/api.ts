import { useQuery } from "@tanstack/react-query";
import type { ClauseKey, ClauseText, Placeholder } from "../../../shared/agreements/clauses.ts";
import type { ClauseLanguage } from "../../../shared/agreements/clauseTexts.ts";
import { apiFetch } from "../../api/fetch.ts";
import { fetchFile } from "../../api/fetchFile.ts";

export interface Clause extends ClauseText {
  readonly key: ClauseKey;
  readonly section: string;
  readonly placeholders: readonly Placeholder[];
  readonly shipped: ClauseText;
}

export interface TemplateVersion {
  readonly version: number;
  readonly from: string;
  readonly changed: readonly ClauseKey[];
  readonly note: string;
  readonly setBy: string;
  readonly createdAt: string;
}

export interface Templates {
  readonly version: number;
  readonly inForce: number;
  readonly clauses: readonly Clause[];
  readonly history: readonly TemplateVersion[];
  readonly abilities: readonly "edit"[];
}

/** Clauses as they stand in the editor, not yet entered. */
export type ClauseEdits = Readonly<Partial<Record<ClauseKey, ClauseText>>>;

export function useTemplates() {
  return useQuery({
    queryKey: ["clause-templates"],
    queryFn: ({ signal }) => apiFetch<Templates>("GET", "/api/clause-templates", { signal }),
  });
}

export type NewTemplate = {
  readonly version: number;
  readonly from: string;
  readonly note: string;
  readonly texts: ClauseEdits;
};

export function enterTemplate(body: NewTemplate, idempotencyKey: string) {
  return apiFetch<Templates>("POST", "/api/clause-templates", { body, idempotencyKey });
}

export const SAMPLES = ["instalments", "lump_sum", "renegotiated"] as const;
export type Sample = (typeof SAMPLES)[number];

export function previewPdf(input: {
  sample: Sample;
  language: ClauseLanguage;
  texts: ClauseEdits;
}): Promise<Blob> {
  return fetchFile("/api/clause-templates/preview", input);
}
