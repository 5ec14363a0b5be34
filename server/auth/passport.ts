import { Authenticator } from "passport";
import type { Request, RequestHandler, Response } from "express";
import { Strategy } from "passport-local";
import { parseIdentity, type Accounts, type SessionIdentity } from "./identity.ts";

export type Passport = InstanceType<typeof Authenticator>;

/** Passport with one strategy for staff; a borrower's session is opened by their proof of identity. */
export function createPassport(accounts: Accounts): Passport {
  const passport = new Authenticator();
  passport.use(
    new Strategy((username, password, done) => {
      withUser(accounts, accounts.checkPassword(username, password)).then(
        (user) => done(null, user ?? false),
        (error: unknown) => done(error),
      );
    }),
  );
  passport.serializeUser<SessionIdentity>((user, done) => done(null, user.identity));
  passport.deserializeUser<unknown>((stored, done) => {
    withUser(accounts, Promise.resolve(parseIdentity(stored))).then(
      (user) => done(null, user ?? false),
      (error: unknown) => done(error),
    );
  });
  return passport;
}

async function withUser(
  accounts: Accounts,
  pending: Promise<SessionIdentity | null>,
): Promise<Express.User | null> {
  const identity = await pending;
  if (identity === null) return null;
  const actor = await accounts.loadActor(identity);
  return actor === null ? null : { identity, actor };
}

/** Ask the local strategy about the username and password in the body; null when they do not fit. */
export function authenticate(passport: Passport, req: Request, res: Response): Promise<Express.User | null> {
  return new Promise((resolve, reject) => {
    const answer = (error: unknown, user: Express.User | false | null) => {
      if (error) reject(error);
      else resolve(user === false ? null : user);
    };
    const middleware = passport.authenticate("local", { session: false }, answer) as RequestHandler;
    void middleware(req, res, reject);
  });
}

/** After passport has read the session: put the actor where the pipeline looks. */
export const attachActor: RequestHandler = (req, _res, next) => {
  req.actor = req.user?.actor ?? null;
  next();
};

/** Open a fresh session for somebody who has just proved who they are; the old session id dies. */
export async function openSession(req: Request, user: Express.User): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.logIn(user, { session: true, keepSessionInfo: false }, (error: unknown) => {
      if (error) reject(error);
      else resolve();
    });
  });
  req.actor = user.actor;
}

/** End this session and forget its cookie's value. */
export async function closeSession(req: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.logout((error: unknown) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
