import { AGREEMENT_STATUSES, type AgreementStatus } from "../../shared/agreements/lifecycle.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { FileStorage } from "../files/index.ts";
import type { Cursor } from "../http/cursor.ts";
import { onlyStaff } from "../organisations/index.ts";
import { CENTRE_READS } from "./agreement.policy.ts";
import { archiveOf, type Archive } from "./agreementArchive.ts";
import type {
  AgreementFilter,
  AgreementListRepository,
  AgreementListRow,
  AgreementScope,
} from "./agreementList.repository.ts";
import type { ArchiveLocale } from "./agreementTables.ts";

/** More documents than this at once are fetched in parts, by date. */
export const MAX_ARCHIVE = 500;

export type AgreementQuery = Omit<AgreementFilter, "statuses"> & { status?: AgreementStatus };

/** Agreements as a platform, a mediator or the centre looks them through and takes them along. */
export class AgreementListService {
  readonly #db: Database;
  readonly #rows: AgreementListRepository;
  readonly #files: FileStorage;

  constructor(db: Database, rows: AgreementListRepository, files: FileStorage) {
    this.#db = db;
    this.#rows = rows;
    this.#files = files;
  }

  /** A page of agreements this person may see, newest first. */
  async page(
    tx: Tx,
    actor: Actor,
    query: AgreementQuery & { before?: Cursor; limit: number },
  ): Promise<AgreementListRow[]> {
    const { scope, readable } = scopeOf(actor);
    const { status, ...rest } = query;
    const statuses = readable.filter((each) => status === undefined || each === status);
    return await this.#rows.page(tx, scope, { ...rest, statuses });
  }

  /** The sealed documents that fit, with their terms as data, as one ZIP that is written while it is read. */
  async archive(actor: Actor, query: AgreementQuery, locale: ArchiveLocale): Promise<Archive> {
    const { scope, readable } = scopeOf(actor);
    const { status, ...rest } = query;
    const statuses = readable.filter((each) => status === undefined || each === status);
    const found = await this.#db.read((tx) =>
      this.#rows.archived(tx, scope, { ...rest, statuses, limit: MAX_ARCHIVE + 1 }),
    );
    if (found.length === 0) throw new Refusal("not_found", "no sealed agreement fits");
    if (found.length > MAX_ARCHIVE) {
      throw new Refusal("unprocessable", `more than ${MAX_ARCHIVE} agreements fit; narrow it down`, {
        params: { limit: MAX_ARCHIVE },
      });
    }
    return await archiveOf(found, this.#files, locale);
  }
}

/** Whose agreements somebody lists, and in which statuses they may read them. */
function scopeOf(actor: Actor): { scope: AgreementScope; readable: readonly AgreementStatus[] } {
  const { role, staffId, organisationId } = onlyStaff(actor);
  switch (role) {
    case "platform_agent":
    case "platform_approver":
    case "platform_system":
      return { scope: { platformId: organisationId }, readable: AGREEMENT_STATUSES };
    case "mediator":
      return { scope: { mediatorId: staffId }, readable: AGREEMENT_STATUSES };
    case "centre_admin":
      return { scope: { centreId: organisationId }, readable: CENTRE_READS };
    case "lawyer":
      throw new Refusal("forbidden", "a lawyer sees escalations");
  }
}
