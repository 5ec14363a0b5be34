import { v7 as uuid } from "uuid";
import { csrfToken, forgetCsrfToken } from "./csrf.ts";
import { type ApiProblem, networkProblem, readProblem } from "./problem.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface RequestOptions {
  readonly body?: unknown;
  readonly query?: Query;
  /** Give one when the same intent may be sent twice (a form's submit); otherwise each call has its own. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

const unauthenticatedListeners = new Set<() => void>();

/** Called when any request finds the session gone, so that a shell can ask to sign in again. */
export function onUnauthenticated(listener: () => void): () => void {
  unauthenticatedListeners.add(listener);
  return () => unauthenticatedListeners.delete(listener);
}

export function announce(problem: ApiProblem): ApiProblem {
  // Other 401s refuse a password or a one-time code; the session itself is still there.
  if (problem.code === "not_signed_in") for (const listener of unauthenticatedListeners) listener();
  return problem;
}

/** `path` with the defined query values appended; also for plain links such as downloads. */
export function apiUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/**
 * One JSON request. Answers the parsed body (undefined for 204), throws `ApiProblem` for everything else.
 * A write carries the CSRF token and an Idempotency-Key; a stale token is renewed once, with the same key.
 */
export async function apiFetch<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const key = method === "GET" ? undefined : (options.idempotencyKey ?? uuid());
  try {
    return await attempt<T>(method, path, options, key);
  } catch (error) {
    if (!isStaleToken(error)) throw error;
    forgetCsrfToken();
    return attempt<T>(method, path, options, key);
  }
}

async function attempt<T>(method: Method, path: string, options: RequestOptions, key?: string): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (key !== undefined) {
    headers["idempotency-key"] = key;
    headers["x-csrf-token"] = await guarded(csrfToken());
  }
  if (options.body !== undefined) headers["content-type"] = "application/json";
  const request: RequestInit = { method, headers, credentials: "same-origin" };
  if (options.body !== undefined) request.body = JSON.stringify(options.body);
  if (options.signal) request.signal = options.signal;
  const response = await guarded(fetch(apiUrl(path, options.query), request));
  const text = await guarded(response.text());
  if (!response.ok) throw announce(readProblem(response.status, text));
  // The route table is the contract of T; an empty body (204) is only asked for as `void`.
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** fetch rejects with TypeError when the network is gone; a cancelled request stays an AbortError. */
async function guarded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TypeError) throw networkProblem();
    throw error;
  }
}

export function isStaleToken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "csrf_invalid";
}
