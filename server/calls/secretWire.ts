import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Wire } from "../realtime/index.ts";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A wire whose messages only processes of this installation can read or write. Signals hold people's addresses, and
 * the fingerprints by which two browsers know that nobody sits between them: who could change those in Redis could
 * listen to a caucus.
 */
export class SecretWire {
  readonly #wire: Wire;
  readonly #key: Uint8Array;

  constructor(wire: Wire, secret: string) {
    this.#wire = wire;
    this.#key = new Uint8Array(hkdfSync("sha256", secret, "", "parley calls between processes", 32));
  }

  get shared(): boolean {
    return this.#wire.shared;
  }

  send(topic: string, message: object): void {
    if (!this.#wire.shared) return;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.#key, iv).setAAD(Buffer.from(topic));
    const body = Buffer.concat([cipher.update(JSON.stringify(message), "utf8"), cipher.final()]);
    this.#wire.send(topic, { sealed: Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64") });
  }

  /** The wire itself complains about what cannot be read, and drops it. */
  on(topic: string, listener: (message: unknown, from: string) => void): void {
    this.#wire.on(topic, (message, from) => {
      const sealed: unknown = Reflect.get(Object(message), "sealed");
      if (typeof sealed !== "string") throw new Error("a call's message came unsealed");
      listener(JSON.parse(this.#open(topic, Buffer.from(sealed, "base64"))), from);
    });
  }

  #open(topic: string, sealed: Buffer): string {
    const iv = sealed.subarray(0, IV_BYTES);
    const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", this.#key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(topic)).setAuthTag(tag);
    const body = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString("utf8");
  }
}
