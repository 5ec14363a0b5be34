import { readProblem } from "./problem.ts";

let known: Promise<string> | undefined;

/** The session's token, fetched once and shared by every write that follows. */
export function csrfToken(): Promise<string> {
  known ??= fetchToken().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

/** After signing in or out the session is another one, and so is its token. */
export function forgetCsrfToken(): void {
  known = undefined;
}

async function fetchToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf", { credentials: "same-origin" });
  const text = await response.text();
  if (!response.ok) throw readProblem(response.status, text);
  // The route answers {token: string}; an absent token is refused by the server at the next write.
  return (JSON.parse(text) as { token: string }).token;
}
