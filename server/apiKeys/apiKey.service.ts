import { createHash, randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { API_KEY_PREFIX, apiKeyState } from "../../shared/api/apiKeys.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor, Scope } from "../../shared/api/roles.ts";
import type { Tx } from "../database/transaction.ts";
import { onlyStaffOfAPlatform, type OrganisationService } from "../organisations/index.ts";
import { ApiKey } from "./apiKey.entity.ts";
import { onlyPlatformOfKey } from "./apiKey.policy.ts";
import type { ApiKeyRepository } from "./apiKey.repository.ts";

const KEY_BYTES = 32;
const HINT_LENGTH = 4;
const DAY_MS = 24 * 60 * 60 * 1000;
/** More than a platform's systems need; a program that makes keys in a loop is stopped here. */
const MAX_ACTIVE = 20;

export type NewApiKey = { name: string; scopes: Scope[]; expiresInDays: number };

/** A platform's keys: made once, shown once, taken back at once. */
export class ApiKeyService {
  readonly #rows: ApiKeyRepository;
  readonly #organisations: OrganisationService;

  constructor(rows: ApiKeyRepository, organisations: OrganisationService) {
    this.#rows = rows;
    this.#organisations = organisations;
  }

  list(tx: Tx, actor: Actor): Promise<ApiKey[]> {
    return this.#rows.ofPlatform(tx, onlyStaffOfAPlatform(actor).organisationId);
  }

  /** `key` is the only copy there will ever be. */
  async create(tx: Tx, actor: Actor, input: NewApiKey): Promise<{ apiKey: ApiKey; key: string }> {
    const { staffId: createdBy, organisationId } = onlyStaffOfAPlatform(actor);
    await this.#onlyBelowLimit(tx, organisationId);
    const key = API_KEY_PREFIX + randomBytes(KEY_BYTES).toString("base64url");
    const id = uuid();
    const account = await this.#organisations.addStaff(tx, {
      organisationId,
      role: "platform_system",
      username: `key:${id}`,
      // Nobody signs in as a system: this is written down nowhere.
      password: randomBytes(KEY_BYTES).toString("base64url"),
      name: input.name,
      nameEn: input.name,
      phone: "",
    });
    const apiKey = Object.assign(new ApiKey(), {
      id,
      platformId: organisationId,
      staffId: account.id,
      name: input.name,
      hint: key.slice(-HINT_LENGTH),
      keyHash: hashKey(key),
      scopes: input.scopes,
      createdBy,
      createdAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + input.expiresInDays * DAY_MS),
      lastUsedAt: null,
      revokedAt: null,
      revokedBy: null,
    });
    return { apiKey: await this.#rows.insert(tx, apiKey), key };
  }

  /** From the next request on the key holds no more. */
  async revoke(tx: Tx, actor: Actor, keyId: string): Promise<ApiKey> {
    const apiKey = await this.#rows.lock(tx, keyId);
    const { staffId } = onlyPlatformOfKey(actor, apiKey);
    if (apiKey === null || apiKey.revokedAt !== null) {
      throw new Refusal("already_done", "this key was revoked before");
    }
    await this.#rows.revoke(tx, apiKey, staffId);
    return apiKey;
  }

  async #onlyBelowLimit(tx: Tx, platformId: string): Promise<void> {
    const keys = await this.#rows.ofPlatform(tx, platformId);
    const active = keys.filter((key) => apiKeyState(key, tx.now) === "active");
    if (active.length >= MAX_ACTIVE) {
      throw new Refusal("unprocessable", `a platform has at most ${MAX_ACTIVE} keys that hold`, {
        params: { limit: MAX_ACTIVE },
      });
    }
  }
}

/** 256 random bits cannot be guessed, so one plain hash is enough and costs nothing at each request. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
