import type { Case } from "../../server/cases/index.ts";
import { allRoutes } from "../../server/routes.ts";
import type { Client, TestApp } from "./app.ts";
import type { Line } from "./line.ts";
import { readablePaths } from "./outsideView.ts";
import type { CookieClient } from "./roomCase.ts";

type Person = Client | CookieClient;

const OWN = ["", "/timeline", "/room", "/room/events", "/terms-basis", "/offers", "/proposals", "/agreement"];

/**
 * Every path this person can read and everything that came over the line, with the number of frames. `own` is what a
 * screen shows, `case` every path of the case, and `all` every other one too, which takes an installation with one case.
 */
export async function everythingOf(
  app: TestApp,
  theCase: Case,
  who: Person,
  line: Line,
  everything: "own" | "case" | "all",
): Promise<string> {
  await line.settle(theCase.id);
  const parts = [`frames ${line.heard.split("\n").length}`, `events ${line.events.length}`, line.heard];
  const routes = allRoutes(app.services).filter(
    ({ path }) =>
      (path.match(/:\w+/g) ?? []).every((name) => name === ":caseId") &&
      !/openapi|health|csrf|seal/.test(path),
  );
  const named = everything === "case" ? routes.filter(({ path }) => path.includes(":caseId")) : routes;
  const paths =
    everything === "own"
      ? OWN.map((path) => `/api/cases/${theCase.id}${path}`)
      : readablePaths(named, { caseId: [theCase.id] });
  for (const path of paths) {
    const { status, text, body } = await who.get(path);
    parts.push(`${path} ${status} ${text ?? (Buffer.isBuffer(body) ? body.length : JSON.stringify(body))}`);
  }
  for (const path of ["/api/queue", "/api/cases"]) {
    const { body } = await who.get(path);
    const items: unknown[] = body.items ?? [];
    parts.push(JSON.stringify(items.filter((item) => JSON.stringify(item).includes(theCase.id))));
  }
  return parts.join("\n");
}

/** Ids, hashes, numbers of cases, contracts, telephones and papers by the order they first appear in, so that two runs can be compared byte by byte. */
export function normalised(text: string): string {
  const names = new Map<string, string>();
  const pattern =
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|"traceId":"[^"]*"|\b20\d\d-\d{7}\b|\b1\d\d[\d*]{4}\d{4}\b|\bXH-\d+\b|\bSQ-[0-9a-f]{8}\b/g;
  return text.replaceAll(pattern, (found) => {
    if (found.startsWith('"traceId"')) return '"traceId":"…"';
    const name = names.get(found) ?? `#${names.size + 1}`;
    names.set(found, name);
    return name;
  });
}
