import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import type { AttemptOutcome } from "../../shared/deliveries/lifecycle.ts";
import { retryAfter } from "../../shared/deliveries/retries.ts";

export type PostResult = {
  outcome: AttemptOutcome;
  status: number | null;
  response: string | null;
  /** How long the system asks not to be tried again, within bounds; null when it asks nothing. */
  retryAfterMs: number | null;
};
export type Post = (url: string, headers: Record<string, string>, body: string) => Promise<PostResult>;

const NOTHING = { status: null, response: null, retryAfterMs: null };
const TIMEOUT_MS = 15_000;
const KEPT_BYTES = 1_024;
// The library gives its refusals no code of their own.
const REFUSED = /is not allowed\. Because/;

/**
 * Sends a message to an address somebody else chose. The agent looks at the address the connection is really made to,
 * after the name was resolved, so that a name which changes its mind leads no further; redirects are not followed.
 * `allowed` are addresses and CIDR ranges inside this network that may be reached all the same.
 */
export function createPost(allowed: readonly string[], timeoutMs = TIMEOUT_MS): Post {
  const options = { allowIPAddressList: [...allowed], keepAlive: false };
  const agents = {
    http: new RequestFilteringHttpAgent(options),
    https: new RequestFilteringHttpsAgent(options),
  };
  return async (url, headers, body) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await send(new URL(url), agents, { headers, body, signal });
      const status = response.statusCode ?? 0;
      const retryAfterMs = retryAfter(response.headers["retry-after"], new Date());
      return { outcome: outcomeOf(status), status, response: await beginningOf(response), retryAfterMs };
    } catch (error) {
      if (signal.aborted) return { outcome: "timed_out", ...NOTHING };
      const refused = error instanceof Error && REFUSED.test(error.message);
      const outcome = refused ? "refused_address" : "unreachable";
      return { ...NOTHING, outcome, response: reasonOf(error) };
    }
  };
}

function send(
  url: URL,
  agents: { http: RequestFilteringHttpAgent; https: RequestFilteringHttpsAgent },
  message: { headers: Record<string, string>; body: string; signal: AbortSignal },
): Promise<IncomingMessage> {
  const content = Buffer.from(message.body);
  const headers = { ...message.headers, "content-length": String(content.length) };
  const options = { method: "POST", headers, signal: message.signal };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === "https:"
        ? requestHttps(url, { ...options, agent: agents.https })
        : requestHttp(url, { ...options, agent: agents.http });
    request.on("response", resolve);
    request.on("error", reject);
    request.end(content);
  });
}

function outcomeOf(status: number): AttemptOutcome {
  if (status >= 200 && status < 300) return "accepted";
  return status === 410 ? "gone" : "answered";
}

/** The first kilobyte as text; what comes after it is not waited for. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      const piece = Buffer.from(chunk as Uint8Array);
      chunks.push(piece);
      bytes += piece.length;
      if (bytes >= KEPT_BYTES) break;
    }
  } catch {
    // The status has come; a body that breaks off changes nothing about it.
  }
  response.destroy();
  return printable(Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString("utf8"));
}

/** For the log: what the system said, never an address inside this network. */
function reasonOf(error: unknown): string | null {
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : null;
}

/** PostgreSQL keeps no NUL, and a log needs no other control characters but line ends and tabs. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "\ufffd");
}
