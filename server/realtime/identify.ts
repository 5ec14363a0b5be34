import type { IncomingMessage } from "node:http";
import type { SessionData, Store } from "express-session";
import type { Actor } from "../../shared/api/roles.ts";
import { parseIdentity, type Accounts } from "../auth/identity.ts";

/** The person a handshake's session stands for, once the session middlewares have run; null when nobody. */
export function actorOf(request: IncomingMessage): Actor | null {
  const user: unknown = Reflect.get(request, "user");
  // Set by passport, whose deserializer answers exactly this shape.
  return typeof user === "object" && user !== null ? ((user as Express.User).actor ?? null) : null;
}

/** Whether the session a connection was opened with still stands, for the same person. */
export async function stillHolds(request: IncomingMessage, accounts: Accounts): Promise<boolean> {
  // The session middleware put these here at the handshake.
  const { sessionStore, sessionID } = request as IncomingMessage & {
    sessionStore: Store;
    sessionID: string;
  };
  const session = await new Promise<SessionData | null>((resolve, reject) => {
    sessionStore.get(sessionID, (error: unknown, found) => {
      if (error) reject(error);
      else resolve(found ?? null);
    });
  });
  const stored: unknown = session && Reflect.get(session, "passport");
  const identity = parseIdentity(
    typeof stored === "object" && stored !== null ? Reflect.get(stored, "user") : null,
  );
  return identity !== null && (await accounts.loadActor(identity)) !== null;
}
