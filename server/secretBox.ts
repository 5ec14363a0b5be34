import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartError } from "./startError.ts";

/** Keeps what must be read again and yet not be readable in a copy of the database. */
export interface SecretBox {
  /** `context` names the row it belongs to: moved to another one it does not open. */
  seal(secret: string, context: string): string;
  /** @throws Error when it was sealed with another key or for another row, or was changed */
  open(sealed: string, context: string): string;
}

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const MARK = "v1";

/**
 * AES-256-GCM under a key that lies in `folder`, is made on the first start and can be read by its owner only.
 *
 * @throws StartError when the key cannot be made or read
 */
export function openSecretBox(folder: string): SecretBox {
  const key = keyIn(folder);
  return {
    seal: (secret, context) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return [MARK, ...[nonce, text, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(
        ".",
      );
    },
    open: (sealed, context) => {
      const [mark, ...parts] = sealed.split(".");
      const [nonce, text, tag] = parts.map((part) => Buffer.from(part, "base64url"));
      if (mark !== MARK || nonce === undefined || text === undefined || tag?.length !== 16) {
        throw new Error("this is not a sealed secret");
      }
      const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
    },
  };
}

function keyIn(folder: string): Buffer {
  const file = path.join(folder, "webhooks.key");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(KEY_BYTES).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch {
    // It is there already, or two are starting at once and the other has just written it.
  }
  let key: Buffer;
  try {
    key = Buffer.from(readFileSync(file, "utf8").trim(), "base64url");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The key ${file} cannot be read (${reason}). Make it belong to this user.`);
  }
  if (key.length === KEY_BYTES) return key;
  throw new StartError(
    `The key ${file} is not one of ours: bring back the file from your copy of DATA_DIR. Without it the secrets of ` +
      "webhooks are lost; after removing it every endpoint needs a new one.",
  );
}
