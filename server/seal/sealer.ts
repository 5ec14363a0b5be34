import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { SealChange, SealLevel } from "../../shared/seal/report.ts";
import type { Log } from "../log.ts";
import { createDrawer } from "../pdf/drawer.ts";
import { StartError } from "../startError.ts";
import { nameIn } from "./chain.ts";
import { DEVELOPMENT_NAME, developmentKey } from "./developmentKey.ts";
import type { Inspection } from "./inspect.ts";
import type { SealTasks } from "./sealWorker.ts";
import { certificatesOf, fingerprintOf, openSigner, type SignerSettings } from "./signer.ts";

export type SealConfig = {
  /** PKCS#12 file with key and chain; undefined: a development key is made and kept. */
  readonly p12Path: string | undefined;
  readonly p12Passphrase: string;
  /** RFC 3161 server; undefined: no timestamps. */
  readonly tsaUrl: string | undefined;
  /** PEM file with the certificates its timestamps must lead up to; undefined: any authority's are taken. */
  readonly tsaRootPath: string | undefined;
};

export type SealIdentity = {
  name: string;
  fingerprint: string;
  root: Uint8Array;
  /** Made here for trying things out: proves nothing about who runs the installation. */
  development: boolean;
};

export type ToSeal = { at: Date; reason: string; location: string; verifyUrl: string };
export type SealedPdf = { bytes: Uint8Array; level: Exclude<SealLevel, "record">; upgradeDue: boolean };

/** Seals and inspects files, in a thread of its own. */
export interface Sealer {
  readonly identity: SealIdentity;
  /** With timestamps when there is a server and it answers; `upgradeDue` when there is one and it did not. */
  sealPdf(bytes: Uint8Array, input: ToSeal): Promise<SealedPdf>;
  /** Adds what was missing. @throws when the timestamp server still does not answer; null when there is none */
  upgrade(bytes: Uint8Array, roots: readonly Uint8Array[]): Promise<Uint8Array | null>;
  inspect(bytes: Uint8Array, roots: readonly Uint8Array[]): Promise<Inspection>;
  /** Codes of documents in the description of a file that was written anew; none when it cannot be read. */
  codesInside(bytes: Uint8Array): Promise<string[]>;
  compare(files: readonly Uint8Array[], given: Uint8Array): Promise<SealChange[]>;
  close(): Promise<void>;
}

const TIMESTAMP_TIMEOUT_MS = 4000;
/** After a failure nobody waits for the server again for a while; the upgrade comes later. */
const REST_MS = 60_000;
const INSPECT_TIMEOUT_MS = 15_000;

/** @throws StartError naming the setting, when the configured key cannot seal */
export async function createSealer(config: SealConfig, dataDir: string, log: Log): Promise<Sealer> {
  const settings = await keyOf(config, dataDir);
  const opened = await openConfigured(settings, config);
  const name = nameIn(opened.certificate);
  const identity: SealIdentity = {
    name,
    fingerprint: fingerprintOf(opened.certificate),
    root: opened.root,
    development: name === DEVELOPMENT_NAME,
  };
  const { validFrom, validTo } = new X509Certificate(opened.certificate);
  if (Date.now() < Date.parse(validFrom) || Date.now() > Date.parse(validTo)) {
    log.error({ validFrom, validTo }, "the certificate of the seal is not valid now: nothing can be sealed");
  }
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const worker = new URL(`./sealWorker.${extension}`, import.meta.url);
  const own = createDrawer<SealTasks>({ worker });
  // Files from strangers get a thread of their own: they must not keep a seal waiting, nor cost much.
  const strangers = createDrawer<SealTasks>({ worker, timeoutMs: INSPECT_TIMEOUT_MS, heapLimitMb: 384 });
  const timestamp =
    config.tsaUrl === undefined
      ? null
      : { url: config.tsaUrl, timeoutMs: TIMESTAMP_TIMEOUT_MS, roots: timestampRoots(config) };
  let restUntil = 0;
  return {
    identity,
    sealPdf: async (bytes, input) => {
      const ask = timestamp !== null && performance.now() >= restUntil;
      const sealed = await own.draw("seal", {
        ...input,
        bytes,
        signer: settings,
        at: input.at.toISOString(),
        timestamp: ask ? timestamp : null,
      });
      if (sealed.timestampFailure !== null) {
        restUntil = performance.now() + REST_MS;
        log.warn({ reason: sealed.timestampFailure }, "sealed without a timestamp; it will be added later");
      }
      return {
        bytes: sealed.bytes,
        level: sealed.level,
        upgradeDue: timestamp !== null && sealed.level === "B-B",
      };
    },
    upgrade: async (bytes, roots) =>
      timestamp === null ? null : await own.draw("upgrade", { bytes, roots: [...roots], timestamp }),
    inspect: (bytes, roots) => strangers.draw("inspect", { bytes, roots: [...roots] }),
    codesInside: (bytes) => strangers.draw("codes", bytes).catch(() => []),
    compare: (files, given) => strangers.draw("compare", { files: [...files], given }),
    close: async () => {
      await own.close();
      await strangers.close();
    },
  };
}

/** @throws StartError when the file says nothing of whom to trust: then nobody's timestamps would do */
function timestampRoots({ tsaRootPath }: SealConfig): Uint8Array[] | null {
  if (tsaRootPath === undefined) return null;
  let roots: Uint8Array[];
  try {
    roots = certificatesOf(readFileSync(tsaRootPath, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The setting SEAL_TSA_ROOT_PATH names a file that cannot be read (${reason}).`);
  }
  if (roots.length > 0) return roots;
  throw new StartError(`The file of SEAL_TSA_ROOT_PATH (${tsaRootPath}) holds no certificate in PEM.`);
}

async function keyOf(config: SealConfig, dataDir: string): Promise<SignerSettings> {
  const { p12Path, p12Passphrase: passphrase } = config;
  if (p12Path === undefined) return { kind: "pem", pem: await developmentKey(path.join(dataDir, "seal")) };
  try {
    return { kind: "p12", p12: new Uint8Array(readFileSync(p12Path)), passphrase };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The setting SEAL_P12_PATH names a file that cannot be read (${reason}).`);
  }
}

async function openConfigured(settings: SignerSettings, { p12Path, p12Passphrase }: SealConfig) {
  try {
    return await openSigner(settings);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (settings.kind === "pem") {
      throw new StartError(
        `The development seal in DATA_DIR cannot be used (${reason}). Remove its folder "seal".`,
      );
    }
    const plain = /^[\x20-\x7e]*$/.test(p12Passphrase);
    const hint = plain
      ? ""
      : " A passphrase beyond ASCII does not open every PKCS#12 file; try one in ASCII.";
    throw new StartError(
      `The PKCS#12 file of SEAL_P12_PATH (${p12Path ?? ""}) cannot be opened with SEAL_P12_PASSPHRASE: ${reason}.${hint}`,
    );
  }
}
