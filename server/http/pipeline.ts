import { createHash } from "node:crypto";
import { canonicalJson } from "../../shared/plans/canonicalJson.ts";
import { Router, type Request, type Response } from "express";
import { Refusal } from "../../shared/api/refusal.ts";
import { personIdOf, type Actor } from "../../shared/api/roles.ts";
import { whyNot } from "../../shared/api/scopes.ts";
import { ReceiptMismatch, withReceipt } from "../database/receipts.ts";
import type { Database, Tx } from "../database/transaction.ts";
import { sendProblem } from "./problem.ts";
import { CommittedRefusal, type RateLimit, type Route, type RouteInput } from "./route.ts";
import { validatePart } from "./validate.ts";

export type PipelineOptions = {
  db: Database;
  /** Counts one use; throws a Refusal when there were too many. */
  takeToken: (limit: RateLimit, req: Request) => Promise<void>;
};

/** Turn the route table into an Express router: authorise, validate, run in a transaction, answer. */
export function mountRoutes(routes: readonly Route[], options: PipelineOptions): Router {
  const router = Router();
  for (const route of routes) {
    const method = route.method.toLowerCase() as "get" | "post" | "put" | "delete";
    router[method](route.path, async (req, res) => {
      req.routePattern = route.path;
      await serve(route, req, res, options);
    });
  }
  return router;
}

async function serve(route: Route, req: Request, res: Response, options: PipelineOptions): Promise<void> {
  authorise(route, req.actor);
  if (route.limit) await options.takeToken(route.limit, req);
  const input: RouteInput = {
    actor: req.actor,
    params: validatePart("params", route.params, req.params),
    query: validatePart("query", route.query, req.query),
    // A multipart body is read by the handler, which validates its fields itself.
    body: route.kind === "raw" && route.consumes ? {} : validatePart("body", route.body, req.body),
    req,
  };
  if (route.kind === "raw") {
    await route.handle({ ...input, db: options.db, res });
    return;
  }
  if (route.kind === "stateless") {
    send(res, route.status, route.handle(input));
    return;
  }
  if (route.kind === "query") {
    const answer = await options.db.read((tx) => route.handle({ ...input, tx }));
    send(res, route.status, answer);
    return;
  }
  const outcome = await options.db.transaction((tx) => runCommand(route, input, tx));
  if (outcome instanceof CommittedRefusal) sendProblem(res, outcome.refusal, req.traceId);
  else send(res, outcome.status, outcome.answer);
}

function authorise(route: Route, actor: Actor | null): void {
  if (route.permission === "PUBLIC") return;
  if (actor === null) throw new Refusal("not_signed_in", "sign in first");
  if (route.permission === "SIGNED_IN") return;
  const obstacle = whyNot(actor, route.permission);
  if (obstacle) throw new Refusal(obstacle, OBSTACLES[obstacle]);
}

const OBSTACLES = {
  forbidden: "your role, or the scopes of your key, do not allow this",
  beyond_powers: "your power of attorney does not cover this; the borrower does it in person",
};

type Outcome = { status: number; answer: unknown } | CommittedRefusal;

/** The answer is stored with the change it reports, so that a repeated key repeats the answer and nothing else. */
async function runCommand(
  route: Extract<Route, { kind: "query" | "command" }>,
  input: RouteInput,
  tx: Tx,
): Promise<Outcome> {
  const run = async () => {
    const answer = await route.handle({ ...input, tx });
    return { status: route.status ?? (answer === undefined ? 204 : 200), answer };
  };
  const key = input.req.get("idempotency-key");
  if (key === undefined) {
    const { status, answer } = await run();
    return answer instanceof CommittedRefusal ? answer : { status, answer };
  }
  if (key.length > 200) {
    throw new Refusal("validation_failed", "the idempotency key is longer than 200 characters", {
      errors: [{ pointer: "/headers/idempotency-key", code: "string.max", detail: "at most 200 characters" }],
    });
  }
  return await runOnce(input, tx, key, route, run);
}

async function runOnce(
  input: RouteInput,
  tx: Tx,
  key: string,
  route: Route,
  run: () => Promise<{ status: number; answer: unknown }>,
): Promise<Outcome> {
  let refused: CommittedRefusal | undefined;
  try {
    const kept = await withReceipt(
      tx,
      { actor: receiptOwner(input), key, fingerprint: fingerprint(route, input) },
      async () => {
        const { status, answer } = await run();
        if (!(answer instanceof CommittedRefusal)) return { status, answer };
        refused = answer;
        return { status: answer.refusal.status, answer: null };
      },
    );
    return refused ?? { status: kept.status, answer: kept.answer };
  } catch (error) {
    if (error instanceof ReceiptMismatch) {
      throw new Refusal("idempotency_mismatch", "this idempotency key was used with another request");
    }
    throw error;
  }
}

function fingerprint(route: Route, input: RouteInput): string {
  const text = canonicalJson([route.method, route.path, input.params, input.query, input.body]);
  return createHash("sha256").update(text).digest("hex");
}

/** Keys of different people never meet; an open route keys by session. */
function receiptOwner(input: RouteInput): string {
  const { actor, req } = input;
  if (actor?.kind === "staff") return `staff:${actor.staffId}`;
  if (actor?.kind === "borrower") return `borrower:${personIdOf(actor)}:${actor.caseId}`;
  return `session:${req.sessionID}`;
}

function send(res: Response, status: number | undefined, answer: unknown): void {
  res.setHeader("cache-control", "no-store");
  if (answer === undefined || answer === null) res.status(status ?? 204).end();
  else res.status(status ?? 200).json(answer);
}
