import type { ObjectSchema } from "joi";
import { REFUSALS } from "../../shared/api/refusal.ts";
import { SCOPES } from "../../shared/api/roles.ts";
import { SCOPE_PERMISSIONS } from "../../shared/api/scopes.ts";
import type { Route } from "./route.ts";

type JsonSchema = Record<string, unknown>;

/** Describe the route table as OpenAPI 3.1. What is not in the table is not in the interface. */
export function openApi(
  routes: readonly Route[],
  version: string,
  messages: Record<string, WebhookMessage>,
): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Parley", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    paths,
    webhooks: Object.fromEntries(
      Object.entries(messages).map(([type, message]) => [type, { post: webhook(type, message) }]),
    ),
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "parley.sid" },
        key: { type: "http", scheme: "bearer", description: "A key of a platform's system, parley_…" },
      },
      schemas: { Problem: problemSchema() },
    },
  };
}

function operation(route: Route): object {
  const success = String(route.status ?? (route.kind === "query" ? 200 : 200));
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.path.split("/")[2] ?? "api"],
    "x-permission": route.permission,
    security: securityOf(route),
    parameters: [
      ...parameters(route.params, "path"),
      ...parameters(route.query, "query"),
      ...(route.kind === "command" ? [IDEMPOTENCY_KEY] : []),
    ],
    ...requestBody(route),
    responses: {
      [success]: {
        description: "Done",
        ...(route.kind === "raw" && route.produces ? { content: { [route.produces]: {} } } : {}),
      },
      default: {
        description: "Refused",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

/** What is sent to a platform's own address instead of answered here. */
type WebhookMessage = { summary: string; schema: ObjectSchema };

function webhook(type: string, { summary, schema }: WebhookMessage): object {
  const header = (name: string, description: string) => ({
    name,
    in: "header",
    required: true,
    description,
    schema: { type: "string" },
  });
  return {
    operationId: `webhook-${type.replaceAll(".", "-")}`,
    summary,
    tags: ["webhooks"],
    security: [],
    parameters: [
      header("webhook-id", "The same when the message is sent again; handle each id once"),
      header("webhook-timestamp", "Seconds since 1970 of this attempt; refuse what is over 5 minutes off"),
      header(
        "webhook-signature",
        "v1,<base64> over id.timestamp.body, HMAC-SHA256; several while a secret changes",
      ),
    ],
    requestBody: { required: true, content: { "application/json": { schema: jsonSchema(schema) } } },
    responses: {
      "2XX": { description: "Taken; it is not sent again" },
      "410": { description: "The endpoint is gone; nothing more is sent to it" },
      default: { description: "Not taken; it is tried again over three days" },
    },
  };
}

/** A session opens what its person may do; a key only what the role of systems may, by one of these scopes. */
function securityOf({ permission }: Route): object[] {
  if (permission === "PUBLIC") return [];
  if (permission === "SIGNED_IN") return [{ session: [] }, { key: [] }];
  const scopes = SCOPES.filter((scope) => SCOPE_PERMISSIONS[scope].includes(permission));
  return scopes.length === 0 ? [{ session: [] }] : [{ session: [] }, { key: scopes }];
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same key with the same request answers as the first time and does nothing twice.",
  schema: { type: "string", maxLength: 200 },
};

function operationId(route: Route): string {
  const words = route.path
    .split("/")
    .slice(2)
    .map((part) => part.replace(/^:/, "by-"));
  return [route.method.toLowerCase(), ...words].join("-").replaceAll(/[^a-z0-9-]/gi, "-");
}

function requestBody(route: Route): object {
  if (route.kind === "raw" && route.consumes) {
    return { requestBody: { required: true, content: { [route.consumes]: { schema: { type: "object" } } } } };
  }
  if (!route.body) return {};
  return {
    requestBody: { required: true, content: { "application/json": { schema: jsonSchema(route.body) } } },
  };
}

function parameters(schema: ObjectSchema | undefined, place: "path" | "query"): object[] {
  if (!schema) return [];
  const described = jsonSchema(schema);
  const required = new Set(Array.isArray(described["required"]) ? described["required"] : []);
  return Object.entries((described["properties"] ?? {}) as Record<string, JsonSchema>).map(
    ([name, property]) => ({
      name,
      in: place,
      required: place === "path" || required.has(name),
      schema: property,
    }),
  );
}

function jsonSchema(schema: ObjectSchema): JsonSchema {
  const standard = (
    schema as unknown as { "~standard": { jsonSchema: { input(options: object): JsonSchema } } }
  )["~standard"];
  const { $schema: _dialect, ...rest } = standard.jsonSchema.input({ target: "draft-2020-12" });
  return rest;
}

function problemSchema(): JsonSchema {
  return {
    type: "object",
    required: ["type", "title", "status", "code", "detail", "errors", "traceId"],
    properties: {
      type: { type: "string", format: "uri" },
      title: { type: "string" },
      status: { type: "integer" },
      code: { type: "string", enum: Object.keys(REFUSALS) },
      detail: { type: "string" },
      errors: {
        type: "array",
        items: {
          type: "object",
          required: ["pointer", "code", "detail"],
          properties: { pointer: { type: "string" }, code: { type: "string" }, detail: { type: "string" } },
        },
      },
      params: { type: "object" },
      traceId: { type: "string" },
    },
  };
}
