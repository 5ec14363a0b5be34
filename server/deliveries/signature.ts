import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";
const SECRET_BYTES = 32;

/** A secret that nobody has sealed yet. */
export function isOpenSecret(stored: string): boolean {
  return stored.startsWith(PREFIX);
}

export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64");
}

/** The secrets that sign at `now`: the one in force, and for a while the one before it. */
export function secretsInForce(
  endpoint: { secret: string; previousSecret: string | null; previousUntil: Date | null },
  now: Date,
): string[] {
  const { secret, previousSecret, previousUntil } = endpoint;
  const overlaps = previousSecret !== null && previousUntil !== null && previousUntil > now;
  return overlaps ? [secret, previousSecret] : [secret];
}

/**
 * The headers of one attempt as Standard Webhooks 1.0 has them: HMAC-SHA256 over `id.timestamp.body`, one signature for
 * each secret. The id stays the same when the message is sent again; the timestamp is that of the attempt.
 */
export function signedHeaders(
  message: { id: string; body: string },
  secrets: readonly string[],
  now: Date,
): Record<string, string> {
  const id = `msg_${message.id}`;
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${message.body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
