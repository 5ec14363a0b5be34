import type { FieldProblem } from "../../shared/api/refusal.ts";

interface ProblemDetails {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
  readonly traceId?: string;
}

/** Every failure of a request reaches a page as this one class; `code` chooses the words shown. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly fields: readonly FieldProblem[];
  /** Facts to show with the words, such as `retryAfterSeconds`. */
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly traceId: string | undefined;

  constructor(status: number, body: ProblemDetails) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = "ApiProblem";
    this.status = status;
    this.code = body.code ?? codeOfStatus(status);
    this.detail = body.detail;
    this.fields = body.errors ?? [];
    this.params = body.params ?? {};
    this.traceId = body.traceId;
  }

  /** The first problem of one field, given as a JSON pointer such as `/password`. */
  field(pointer: string): FieldProblem | undefined {
    return this.fields.find((field) => field.pointer === pointer);
  }
}

function codeOfStatus(status: number): string {
  if (status === 0) return "network";
  if (status === 401) return "not_signed_in";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  if (status === 409) return "version_conflict";
  if (status === 413) return "file_too_large";
  if (status === 429) return "rate_limited";
  if (status === 502 || status === 503 || status === 504) return "unavailable";
  return status >= 500 ? "internal" : "validation_failed";
}

/** Reads a problem document; a proxy's HTML page or an empty body still becomes a usable problem. */
export function readProblem(status: number, text: string): ApiProblem {
  try {
    const body: unknown = JSON.parse(text);
    // Safe: every member of ProblemDetails is optional, and the server is the only author of such bodies.
    if (typeof body === "object" && body !== null) return new ApiProblem(status, body);
  } catch {
    // Not JSON: the status alone has to do.
  }
  return new ApiProblem(status, {});
}

export function networkProblem(): ApiProblem {
  return new ApiProblem(0, {});
}
