import type { Request, Response } from "express";
import type { ObjectSchema } from "joi";
import type { Permission } from "../../shared/api/permissions.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Refusal } from "../../shared/api/refusal.ts";
import type { Database, Tx } from "../database/transaction.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** `PUBLIC` is open to anyone; `SIGNED_IN` to any session; otherwise the role must hold the permission. */
export type RoutePermission = Permission | "PUBLIC" | "SIGNED_IN";

/** How often one caller may use a route; see server/auth/rateLimits.ts for the figures. */
export type RateLimit = "sensitive" | "public" | "computed" | "key";

type Input<P, Q, B> = { params: P; query: Q; body: B; req: Request };
/** A route that is open hands on whoever calls; any other has refused a missing actor before. */
type Caller<Perm extends RoutePermission> = Perm extends "PUBLIC"
  ? { actor: Actor | null }
  : { actor: Actor };

type Common<Perm extends RoutePermission, P, Q, B> = {
  method: Method;
  path: `/api/${string}`;
  permission: Perm;
  summary: string;
  params?: ObjectSchema<P>;
  query?: ObjectSchema<Q>;
  body?: ObjectSchema<B>;
  limit?: RateLimit;
  /** Answer status on success; 200 unless told, 204 when the handler answers nothing. */
  status?: number;
};

export type QueryRoute<Perm extends RoutePermission, P, Q, B> = Common<Perm, P, Q, B> & {
  kind: "query";
  handle: (input: Input<P, Q, B> & Caller<Perm> & { tx: Tx }) => Promise<unknown>;
};
export type CommandRoute<Perm extends RoutePermission, P, Q, B> = Common<Perm, P, Q, B> & {
  kind: "command";
  /** Runs in one transaction with its idempotency receipt. */
  handle: (input: Input<P, Q, B> & Caller<Perm> & { tx: Tx }) => Promise<unknown>;
};
export type RawRoute<Perm extends RoutePermission, P, Q, B> = Common<Perm, P, Q, B> & {
  kind: "raw";
  /** Uploads, downloads and streams: opens its own transactions and writes its own answer. */
  handle: (input: Input<P, Q, B> & Caller<Perm> & { db: Database; res: Response }) => Promise<void>;
  /** What the answer is, for the interface description. */
  produces?: string;
  consumes?: "multipart/form-data";
};
/**
 * Computes an answer from the request alone: no session, no transaction, nothing stored. Open to programs of any origin,
 * because there is nothing of anybody's that a forged request could use; see docs/decisions/0010-law-as-dated-rules.md.
 */
export type StatelessRoute<Perm extends RoutePermission, P, Q, B> = Common<Perm, P, Q, B> & {
  kind: "stateless";
  permission: "PUBLIC";
  handle: (input: { params: P; query: Q; body: B }) => unknown;
};

/** A route with its types forgotten, as kept in the table. */
export type Route = Omit<Common<RoutePermission, unknown, unknown, unknown>, "params" | "query" | "body"> & {
  params?: ObjectSchema;
  query?: ObjectSchema;
  body?: ObjectSchema;
  produces?: string;
  consumes?: "multipart/form-data";
} & (
    | {
        kind: "query" | "command";
        handle: (input: RouteInput & { tx: Tx }) => Promise<unknown>;
      }
    | { kind: "raw"; handle: (input: RouteInput & { db: Database; res: Response }) => Promise<void> }
    | { kind: "stateless"; handle: (input: Pick<RouteInput, "params" | "query" | "body">) => unknown }
  );

export type RouteInput = {
  actor: Actor | null;
  params: unknown;
  query: unknown;
  body: unknown;
  req: Request;
};

/**
 * One line of the route table. The table is the source of the permission check, of the interface
 * description and of the authorisation tests, so a route cannot exist without saying who may use it.
 */
export function defineRoute<const Perm extends RoutePermission, P = object, Q = object, B = object>(
  route:
    | QueryRoute<Perm, P, Q, B>
    | CommandRoute<Perm, P, Q, B>
    | RawRoute<Perm, P, Q, B>
    | StatelessRoute<Perm, P, Q, B>,
): Route {
  // The pipeline validates params, query and body with this route's own schemas before it calls the
  // handler, and refuses a missing actor unless the route is PUBLIC; the types are sound by that.
  return route as unknown as Route;
}

/** A refusal whose transaction is kept: a failed try must be counted although the answer is "no". */
export class CommittedRefusal {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    this.refusal = refusal;
  }
}
