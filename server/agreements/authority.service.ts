import { fileTypeFromBuffer } from "file-type";
import { v7 as uuid } from "uuid";
import { authorityFault, type AuthorityFault } from "../../shared/agreements/authority.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { Database, Tx } from "../database/transaction.ts";
import { registerFile, type FileStorage } from "../files/index.ts";
import { onlyStaffOfAPlatform, type OrganisationService, type StaffActor } from "../organisations/index.ts";
import { SigningAuthorityRow } from "./signing.entity.ts";
import type { SigningRepository } from "./signing.repository.ts";

export type NewAuthority = {
  staffId: string;
  number: string;
  maxTotalFen: Fen | null;
  validFrom: LocalDate;
  validTo: LocalDate | null;
};
export type AuthorityFile = { bytes: Uint8Array; fileName: string };
export type AuthorityShownToStaff = { row: SigningAuthorityRow; staffName: string };

const DOCUMENT_KINDS = ["application/pdf", "image/png", "image/jpeg"];

/** Who may sign for a platform, by which document, for what and how long. */
export class AuthorityService {
  readonly #deps: {
    db: Database;
    rows: SigningRepository;
    files: FileStorage;
    organisations: OrganisationService;
  };

  constructor(deps: {
    db: Database;
    rows: SigningRepository;
    files: FileStorage;
    organisations: OrganisationService;
  }) {
    this.#deps = deps;
  }

  async list(tx: Tx, actor: Actor): Promise<AuthorityShownToStaff[]> {
    const { organisationId } = onlyStaffOfAPlatform(actor);
    const found = await this.#deps.rows.authorities(tx, organisationId);
    return await Promise.all(found.map((row) => this.#named(tx, row)));
  }

  /** Those an authority can be given to. */
  async signatories(tx: Tx, actor: Actor): Promise<{ id: string; name: string }[]> {
    const { organisationId } = onlyStaffOfAPlatform(actor);
    const staff = await this.#deps.organisations.staffOf(tx, organisationId);
    return staff
      .filter((member) => member.role === "platform_approver")
      .map(({ id, name }) => ({ id, name }));
  }

  /** Put an authority on file, with the document that gives it. */
  async register(actor: Actor, input: NewAuthority, file: AuthorityFile): Promise<AuthorityShownToStaff> {
    const { db, files, rows, organisations } = this.#deps;
    const staff = onlyStaffOfAPlatform(actor);
    const kind = await fileTypeFromBuffer(file.bytes);
    if (kind === undefined || !DOCUMENT_KINDS.includes(kind.mime)) {
      throw new Refusal("file_kind_refused", "an authority is a PDF or a picture");
    }
    const stored = await files.put(file.bytes, kind.mime);
    return await db.transaction(async (tx) => {
      const signatory = (await organisations.staffOf(tx, staff.organisationId)).find(
        (member) => member.id === input.staffId && member.role === "platform_approver",
      );
      if (!signatory) throw faulty("/staffId", "any.only", "an approver of this platform");
      if (await rows.numberTaken(tx, staff.organisationId, input.number)) {
        throw faulty("/number", "any.unique", "this number is on file already");
      }
      await registerFile(tx, stored);
      const row = Object.assign(new SigningAuthorityRow(), {
        ...input,
        id: uuid(),
        platformId: staff.organisationId,
        documentSha256: stored.sha256,
        documentName: file.fileName,
        documentMime: kind.mime,
        registeredBy: staff.staffId,
        registeredAt: tx.now,
        revokedBy: null,
        revokedAt: null,
      });
      await rows.saveAuthority(tx, row);
      return { row, staffName: signatory.name };
    });
  }

  async revoke(tx: Tx, actor: Actor, id: string): Promise<AuthorityShownToStaff> {
    const staff = onlyStaffOfAPlatform(actor);
    const row = onlyOwn(staff, await this.#deps.rows.lockAuthority(tx, id));
    if (row.revokedAt !== null) throw new Refusal("already_done", "it was revoked before");
    await this.#deps.rows.saveAuthority(
      tx,
      Object.assign(row, { revokedAt: tx.now, revokedBy: staff.staffId }),
    );
    return await this.#named(tx, row);
  }

  /** The document as it was handed in. */
  async document(actor: Actor, id: string): Promise<{ row: SigningAuthorityRow; bytes: Uint8Array }> {
    const { db, files, rows } = this.#deps;
    const staff = onlyStaffOfAPlatform(actor);
    const row = onlyOwn(staff, await db.read((tx) => rows.authority(tx, id)));
    return { row, bytes: await files.read(row.documentSha256) };
  }

  /** The authority by which this person may sign for the platform now, or why there is none. */
  async inForce(
    tx: Tx,
    signing: { platformId: string; staffId: string; totalFen: Fen },
  ): Promise<{ row: SigningAuthorityRow } | { fault: AuthorityFault | "none" }> {
    const all = await this.#deps.rows.authoritiesOf(tx, signing.platformId, signing.staffId);
    const today = shanghaiDateOf(tx.now);
    let fault: AuthorityFault | "none" = "none";
    for (const row of all) {
      const { maxTotalFen, validFrom, validTo } = row;
      const revokedAt = row.revokedAt?.toISOString() ?? null;
      const authority = { maxTotalFen, validFrom, validTo, revokedAt };
      const found = authorityFault(authority, { totalFen: signing.totalFen, today });
      if (found === null) return { row };
      if (fault === "none") fault = found;
    }
    return { fault };
  }

  async #named(tx: Tx, row: SigningAuthorityRow): Promise<AuthorityShownToStaff> {
    return { row, staffName: (await this.#deps.organisations.staffMember(tx, row.staffId)).name };
  }
}

function onlyOwn(staff: StaffActor, row: SigningAuthorityRow | null): SigningAuthorityRow {
  if (row === null || row.platformId !== staff.organisationId) {
    throw new Refusal("not_found", "no such authority");
  }
  return row;
}

function faulty(pointer: string, code: string, detail: string): Refusal {
  return new Refusal("validation_failed", detail, { errors: [{ pointer, code, detail }] });
}
