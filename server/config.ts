import Joi from "joi";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";
import { iceFault, parseIceServers, type IceSettings } from "./calls/index.ts";
import { makeDataDir } from "./dataDir.ts";
import type { SealConfig } from "./seal/index.ts";
import { StartError } from "./startError.ts";

/** Every setting of a running Parley, checked. Absent ones have their defaults. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Set by the operator, so it must be this port; a default may give way to the next free one. */
  readonly portIsExplicit: boolean;
  /** An outside PostgreSQL; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Joins several processes on one database; undefined when there is only one. */
  readonly redisUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  /** The address people open, without a slash at its end. */
  readonly publicUrl: string;
  /** False: `publicUrl` is only HOST and PORT, and follows when another port is taken. */
  readonly publicUrlIsExplicit: boolean;
  readonly sessionSecret: string;
  readonly logLevel: string;
  readonly demoData: "auto" | "never";
  /** Proxies in front of us whose X-Forwarded-* headers are believed. */
  readonly trustProxy: number;
  readonly uploadLimitBytes: number;
  readonly seal: SealConfig;
  /** Addresses and CIDR ranges inside this network that webhooks may be sent to; none unless the operator says so. */
  readonly webhookAllowPrivate: readonly string[];
  /** How the browsers of people in a call find each other. */
  readonly ice: IceSettings;
  readonly production: boolean;
}

interface Settings {
  readonly HOST: string;
  readonly PORT: number;
  readonly DATABASE_URL?: string;
  readonly REDIS_URL?: string;
  readonly DATA_DIR: string;
  readonly PUBLIC_URL?: string;
  readonly SESSION_SECRET?: string;
  readonly LOG_LEVEL: string;
  readonly DEMO_DATA: "auto" | "never";
  readonly TRUST_PROXY: number;
  readonly UPLOAD_LIMIT_MB: number;
  readonly SEAL_P12_PATH?: string;
  readonly SEAL_P12_PASSPHRASE?: string;
  readonly SEAL_TSA_URL?: string;
  readonly SEAL_TSA_ROOT_PATH?: string;
  readonly WEBHOOK_ALLOW_PRIVATE: string;
  readonly ICE_SERVERS: string;
  readonly TURN_SECRET?: string;
  readonly ICE_RELAY_ONLY: boolean;
  readonly NODE_ENV: "production" | "development" | "test";
}

/** One rule per setting, with what to do when it does not fit. `.env.example` lists the same names. */
const SETTINGS = {
  HOST: Joi.alternatives(Joi.string().hostname(), Joi.string().ip({ cidr: "forbidden" }))
    .messages({ "alternatives.match": '"HOST" is not a host name or an IP address' })
    .default("127.0.0.1")
    .note("give an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them"),
  PORT: Joi.number().integer().min(1).max(65_535).default(3000).note("give a number from 1 to 65535"),
  DATABASE_URL: Joi.string()
    .uri({ scheme: ["postgres", "postgresql"] })
    .note("give postgres://user:password@host:5432/database, or leave it out for the embedded PostgreSQL"),
  REDIS_URL: Joi.string()
    .uri({ scheme: ["redis", "rediss"] })
    .note("give redis://host:6379, or leave it out when one process serves everybody"),
  DATA_DIR: Joi.string().default("./.data").note("give the folder for the database and the files"),
  PUBLIC_URL: Joi.string()
    .uri({ scheme: ["http", "https"] })
    .custom(withoutPath)
    .note("give the address people open, such as https://mediation.example.org, without a path"),
  SESSION_SECRET: Joi.string()
    .min(32)
    .note("give at least 32 random characters, or leave it out: one is made and kept"),
  LOG_LEVEL: Joi.valid("fatal", "error", "warn", "info", "debug", "trace", "silent")
    .default("info")
    .note("give one of fatal, error, warn, info, debug, trace, silent"),
  DEMO_DATA: Joi.valid("auto", "never").default("auto").note("give auto (into an empty database) or never"),
  TRUST_PROXY: Joi.number()
    .integer()
    .min(0)
    .max(10)
    .default(0)
    .note("give the number of proxies in front, 0 for none"),
  UPLOAD_LIMIT_MB: Joi.number()
    .integer()
    .min(1)
    .max(200)
    .default(20)
    .note("give megabytes per file, from 1 to 200"),
  SEAL_P12_PATH: Joi.string().note("give the path of a PKCS#12 file with the key that seals"),
  SEAL_P12_PASSPHRASE: Joi.string().note("give the passphrase of the file in SEAL_P12_PATH"),
  SEAL_TSA_URL: Joi.string()
    .uri({ scheme: ["http", "https"] })
    .note("give the address of an RFC 3161 timestamp server, such as http://timestamp.example.org"),
  SEAL_TSA_ROOT_PATH: Joi.string().note(
    "give the path of a PEM file with the certificates of the timestamp server's authority",
  ),
  WEBHOOK_ALLOW_PRIVATE: Joi.string()
    .allow("")
    .custom(addressList)
    .default("")
    .note("give addresses or ranges such as 10.20.0.0/16, separated by commas, or leave it out"),
  ICE_SERVERS: Joi.string()
    .allow("")
    .custom(iceServerList)
    .default("")
    .note("give addresses such as stun:host:3478,turn:host:3478 or a JSON list of servers, or leave it out"),
  TURN_SECRET: Joi.string().min(16).note("give at least 16 characters, the same as the TURN server's"),
  ICE_RELAY_ONLY: Joi.boolean().default(false).note("give true or false"),
  NODE_ENV: Joi.valid("production", "development", "test")
    .default("production")
    .note("give production, development or test"),
};

/** The names of all settings, for the test that compares them with `.env.example`. */
export const settingNames: readonly string[] = Object.keys(SETTINGS);

const schema = Joi.object<Settings>(SETTINGS).options({
  abortEarly: false,
  stripUnknown: true,
  convert: true,
});

/** Reads `.env` in the working directory when there is one; what the environment already says wins. */
export function loadEnvFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/**
 * Checks the settings and fills in the defaults.
 *
 * @throws StartError with a line per faulty setting: its name, what is wrong, what to do
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  // An empty line in .env means "not set".
  const given = Object.fromEntries(
    settingNames.map((name) => [name, env[name] === "" ? undefined : env[name]]),
  );
  const { value, error } = schema.validate(given);
  if (error !== undefined) throw new StartError(error.details.map(explain).join("\n"));
  const ice = {
    servers: parseIceServers(value.ICE_SERVERS) ?? [],
    turnSecret: value.TURN_SECRET,
    relayOnly: value.ICE_RELAY_ONLY,
  };
  const fault = iceFault(ice);
  if (fault !== null) throw new StartError(fault);
  const dataDir = path.resolve(value.DATA_DIR);
  return {
    host: value.HOST,
    port: value.PORT,
    portIsExplicit: given["PORT"] !== undefined,
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    dataDir,
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, "") ?? localUrl(value.HOST, value.PORT),
    publicUrlIsExplicit: value.PUBLIC_URL !== undefined,
    sessionSecret: value.SESSION_SECRET ?? keptSecret(dataDir),
    logLevel: value.LOG_LEVEL,
    demoData: value.DEMO_DATA,
    trustProxy: value.TRUST_PROXY,
    uploadLimitBytes: value.UPLOAD_LIMIT_MB * 1024 * 1024,
    seal: {
      p12Path: value.SEAL_P12_PATH === undefined ? undefined : path.resolve(value.SEAL_P12_PATH),
      p12Passphrase: value.SEAL_P12_PASSPHRASE ?? "",
      tsaUrl: value.SEAL_TSA_URL,
      tsaRootPath:
        value.SEAL_TSA_ROOT_PATH === undefined ? undefined : path.resolve(value.SEAL_TSA_ROOT_PATH),
    },
    webhookAllowPrivate: addressesIn(value.WEBHOOK_ALLOW_PRIVATE),
    ice,
    production: value.NODE_ENV === "production",
  };
}

/** The address to open on this machine for a server that listens on `host`. */
export function localUrl(host: string, port: number): string {
  if (host === "0.0.0.0" || host === "::") return `http://localhost:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function explain(detail: Joi.ValidationErrorItem): string {
  const name = String(detail.path[0]);
  const rule = schema.extract(name).describe() as { notes?: string[] };
  const wrong = detail.message.replace(/^"[A-Z0-9_]+" /, "");
  return `The setting ${name} ${wrong}: ${(rule.notes ?? []).join("; ")}.`;
}

function withoutPath(value: string, helpers: Joi.CustomHelpers): unknown {
  const url = new URL(value);
  const bare = url.pathname === "/" && url.search === "" && url.hash === "";
  return bare ? value : helpers.message({ custom: '"PUBLIC_URL" must not have a path' });
}

function addressList(value: string, helpers: Joi.CustomHelpers): unknown {
  const faulty = addressesIn(value).find((one) => {
    const [address = "", bits, ...more] = one.split("/");
    const size = isIP(address) === 6 ? 128 : 32;
    const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= size);
    return isIP(address) === 0 || !isRange || more.length > 0;
  });
  if (faulty === undefined) return value;
  return helpers.message({ custom: '"WEBHOOK_ALLOW_PRIVATE" has something that is no address or range' });
}

function iceServerList(value: string, helpers: Joi.CustomHelpers): unknown {
  if (parseIceServers(value) !== null) return value;
  return helpers.message({ custom: '"ICE_SERVERS" is not a list of STUN and TURN servers' });
}

function addressesIn(list: string): string[] {
  return list
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** Sessions outlive a restart, so a made secret is kept; only the owner may read it. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, "session-secret");
  makeDataDir(dataDir);
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch {
    // It is there already, or two are starting at once and the other has just written it.
  }
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The session secret ${file} cannot be read (${reason}). Make it belong to this user.`,
    );
  }
}
