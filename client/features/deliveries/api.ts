import { useQuery } from "@tanstack/react-query";
import type { ApiKeyState } from "../../../shared/api/apiKeys.ts";
import type { Scope } from "../../../shared/api/roles.ts";
import type { MessageType, WebhookEvent } from "../../../shared/deliveries/eventTypes.ts";
import type { AttemptOutcome, DeliveryStatus, EndpointStatus } from "../../../shared/deliveries/lifecycle.ts";
import { apiFetch } from "../../api/fetch.ts";
import { usePages } from "../../api/pages.ts";

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly Scope[];
  readonly state: ApiKeyState;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly abilities: readonly "revoke"[];
}

export function useApiKeys() {
  return useQuery({
    queryKey: ["api-keys"],
    queryFn: async ({ signal }) =>
      (await apiFetch<{ items: readonly ApiKey[] }>("GET", "/api/api-keys", { signal })).items,
  });
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresInDays: number;
}

/** The key in what it answers is shown once. */
export function createApiKey(body: NewApiKey) {
  return apiFetch<ApiKey & { readonly key: string }>("POST", "/api/api-keys", { body });
}

export function revokeApiKey(id: string, idempotencyKey: string) {
  return apiFetch<ApiKey>("DELETE", `/api/api-keys/${id}`, { idempotencyKey });
}

export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly eventTypes: readonly WebhookEvent[];
  readonly status: EndpointStatus;
  readonly createdAt: string;
  readonly version: number;
  readonly previousSecretUntil: string | null;
  readonly abilities: readonly ("pause" | "resume" | "remove" | "ping")[];
}

export type EndpointInput = Pick<Endpoint, "url" | "description" | "eventTypes">;
/** Only in the answer to making it, and to making a new secret. */
export type EndpointWithSecret = Endpoint & { readonly secret: string };

export function useEndpoints() {
  return useQuery({
    queryKey: ["webhook-endpoints"],
    queryFn: async ({ signal }) =>
      (await apiFetch<{ items: readonly Endpoint[] }>("GET", "/api/webhook-endpoints", { signal })).items,
  });
}

export function createEndpoint(body: EndpointInput) {
  return apiFetch<EndpointWithSecret>("POST", "/api/webhook-endpoints", { body });
}

export function editEndpoint({ id, version }: Endpoint, input: EndpointInput, idempotencyKey: string) {
  const body = { ...input, version };
  return apiFetch<Endpoint>("PUT", `/api/webhook-endpoints/${id}`, { body, idempotencyKey });
}

export function rotateSecret(id: string) {
  return apiFetch<EndpointWithSecret>("POST", `/api/webhook-endpoints/${id}/secret`, { body: {} });
}

export function takeEndpointStep(id: string, step: "pause" | "resume" | "ping", idempotencyKey: string) {
  return apiFetch<unknown>("POST", `/api/webhook-endpoints/${id}/${step}`, { body: {}, idempotencyKey });
}

export function removeEndpoint(id: string, idempotencyKey: string) {
  return apiFetch<void>("DELETE", `/api/webhook-endpoints/${id}`, { idempotencyKey });
}

export interface DeliveryRow {
  readonly id: string;
  readonly endpointId: string;
  readonly url: string;
  readonly type: MessageType;
  readonly caseNumber: string | null;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly createdAt: string;
  readonly deliveredAt: string | null;
  readonly lastOutcome: AttemptOutcome | null;
  readonly lastStatus: number | null;
}

export interface Delivery extends DeliveryRow {
  readonly webhookId: string;
  readonly body: string;
  readonly history: readonly {
    readonly number: number;
    readonly startedAt: string;
    readonly durationMs: number;
    readonly outcome: AttemptOutcome;
    readonly status: number | null;
    readonly response: string | null;
  }[];
  readonly abilities: readonly "redeliver"[];
}

export type DeliveryFilter = {
  readonly endpointId: string | undefined;
  readonly status: DeliveryStatus | undefined;
  readonly type: MessageType | undefined;
};

export function useDeliveries(filter: DeliveryFilter) {
  return usePages<DeliveryRow>(["webhook-deliveries"], "/api/webhook-deliveries", filter);
}

export function useDelivery(id: string) {
  return useQuery({
    queryKey: ["webhook-delivery", id],
    queryFn: ({ signal }) => apiFetch<Delivery>("GET", `/api/webhook-deliveries/${id}`, { signal }),
  });
}

export function redeliver(id: string, idempotencyKey: string) {
  return apiFetch<Delivery>("POST", `/api/webhook-deliveries/${id}/redelivery`, { body: {}, idempotencyKey });
}
