import Joi from "joi";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Tx } from "../database/transaction.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { csrfToken } from "./csrf.ts";
import { authenticate, closeSession, openSession, type Passport } from "./passport.ts";

/** What a signed-in person may know about themselves, and how they change their own access. */
export interface OwnAccount {
  describe(tx: Tx, actor: Actor): Promise<unknown>;
  /** Both count up the session epoch, so that sessions opened before stop at their next request. */
  changePassword(
    tx: Tx,
    actor: Actor,
    input: { currentPassword: string; newPassword: string },
  ): Promise<void>;
  signOutEverywhere(tx: Tx, actor: Actor): Promise<void>;
}

export function authRoutes(passport: Passport, own: OwnAccount): Route[] {
  return [
    defineRoute({
      method: "GET",
      path: "/api/auth/csrf",
      permission: "PUBLIC",
      summary: "A token to send as x-csrf-token with every write",
      kind: "query",
      handle: async ({ req }) => ({ token: csrfToken(req) }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/auth/sign-in",
      permission: "PUBLIC",
      summary: "Sign in with username and password",
      kind: "raw",
      limit: "sensitive",
      body: Joi.object<{ username: string; password: string }>({
        username: Joi.string().max(200).required(),
        password: Joi.string().max(500).required(),
      }),
      handle: async ({ req, res, db }) => {
        const user = await authenticate(passport, req, res);
        if (!user) throw new Refusal("credentials_wrong", "username or password is wrong");
        await openSession(req, user);
        res.json({ user: await db.read((tx) => own.describe(tx, user.actor)) });
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/auth/me",
      permission: "SIGNED_IN",
      summary: "Who is signed in",
      kind: "query",
      handle: async ({ tx, actor }) => ({ user: await own.describe(tx, actor) }),
    }),
    defineRoute({
      method: "POST",
      path: "/api/auth/sign-out",
      permission: "SIGNED_IN",
      summary: "End this session",
      kind: "raw",
      handle: async ({ req, res }) => {
        await closeSession(req);
        res.status(204).end();
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/auth/sign-out-everywhere",
      permission: "account:own",
      summary: "End all sessions of this account, this one too",
      kind: "raw",
      handle: async ({ actor, db, req, res }) => {
        await db.transaction((tx) => own.signOutEverywhere(tx, actor));
        await closeSession(req);
        res.status(204).end();
      },
    }),
    defineRoute({
      method: "POST",
      path: "/api/auth/password",
      permission: "account:own",
      summary: "Change the password; other sessions end",
      kind: "raw",
      limit: "sensitive",
      body: Joi.object<{ currentPassword: string; newPassword: string }>({
        currentPassword: Joi.string().max(500).required(),
        newPassword: Joi.string().min(10).max(500).required(),
      }),
      handle: async ({ actor, body, db, req, res }) => {
        await db.transaction((tx) => own.changePassword(tx, actor, body));
        await closeSession(req);
        res.status(204).end();
      },
    }),
  ];
}
