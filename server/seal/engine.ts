import { CryptoEngine } from "pkijs";

/** Named at every use: the engine of the process belongs to whichever copy of the library was loaded first. */
export const ENGINE = new CryptoEngine({ name: "node", crypto: globalThis.crypto });
