import { API_KEY_PREFIX, apiKeyState } from "../../shared/api/apiKeys.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Database } from "../database/transaction.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { ApiKeyRepository } from "./apiKey.repository.ts";
import { hashKey } from "./apiKey.service.ts";

const USE_NOTED_MS = 60_000;

/** Who stands behind a key that a request brings. */
export class KeyAccounts {
  readonly #db: Database;
  readonly #rows: ApiKeyRepository;
  readonly #organisations: OrganisationService;

  constructor(db: Database, rows: ApiKeyRepository, organisations: OrganisationService) {
    this.#db = db;
    this.#rows = rows;
    this.#organisations = organisations;
  }

  /** The platform's system, narrowed to the key's scopes; null when the key is unknown or no longer holds. */
  async loadActor(key: string): Promise<Actor | null> {
    if (!key.startsWith(API_KEY_PREFIX)) return null;
    const found = await this.#db.read(async (tx) => {
      const apiKey = await this.#rows.byHash(tx, hashKey(key));
      if (!apiKey || apiKeyState(apiKey, tx.now) !== "active") return null;
      const staff = await this.#organisations.staffMember(tx, apiKey.staffId);
      if (staff.disabledAt !== null) return null;
      const noted = apiKey.lastUsedAt;
      return { apiKey, staff, isNoted: noted !== null && tx.now.getTime() - noted.getTime() < USE_NOTED_MS };
    });
    if (found === null) return null;
    const { apiKey, staff, isNoted } = found;
    if (!isNoted) await this.#db.transaction((tx) => this.#rows.noteUse(tx, apiKey.id));
    return {
      kind: "staff",
      staffId: staff.id,
      role: staff.role,
      organisationId: staff.organisationId,
      organisationKind: "platform",
      name: staff.name,
      scopes: apiKey.scopes,
    };
  }
}
