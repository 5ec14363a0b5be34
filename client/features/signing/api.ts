import { useQuery } from "@tanstack/react-query";
import type { SigningSettings } from "../../../shared/agreements/deadline.ts";
import { apiFetch } from "../../api/fetch.ts";
import { uploadFile } from "../../api/upload.ts";

export interface SettingsVersions {
  readonly version: number;
  readonly settings: SigningSettings;
  readonly versions: readonly {
    readonly version: number;
    readonly settings: SigningSettings;
    readonly createdAt: string;
    readonly setByName: string;
  }[];
}

export interface Authority {
  readonly id: string;
  readonly staffName: string;
  readonly number: string;
  readonly maxTotalFen: number | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly documentSha256: string;
  readonly documentName: string;
  readonly registeredAt: string;
  readonly revokedAt: string | null;
}

export interface Authorities {
  readonly items: readonly Authority[];
  readonly signatories: readonly { readonly id: string; readonly name: string }[];
}

export function useSigningSettings() {
  return useQuery({
    queryKey: ["signing-settings"],
    queryFn: ({ signal }) => apiFetch<SettingsVersions>("GET", "/api/signing-settings", { signal }),
  });
}

export function setSigningSettings(version: number, settings: SigningSettings, idempotencyKey: string) {
  return apiFetch<unknown>("PUT", "/api/signing-settings", { body: { version, settings }, idempotencyKey });
}

export function useAuthorities() {
  return useQuery({
    queryKey: ["signing-authorities"],
    queryFn: ({ signal }) => apiFetch<Authorities>("GET", "/api/signing-authorities", { signal }),
  });
}

export type AuthorityFields = Readonly<
  Record<"staffId" | "number" | "maxTotalFen" | "validFrom" | "validTo", string>
>;

export function registerAuthority(fields: AuthorityFields, file: File, idempotencyKey: string) {
  return uploadFile<Authority>("/api/signing-authorities", file, fields, { idempotencyKey });
}

export function revokeAuthority(id: string, idempotencyKey: string) {
  return apiFetch<Authority>("POST", `/api/signing-authorities/${id}/revocation`, {
    body: {},
    idempotencyKey,
  });
}

export function authorityDocumentUrl(id: string): string {
  return `/api/signing-authorities/${id}/document`;
}
