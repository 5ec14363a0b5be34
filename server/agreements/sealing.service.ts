import { decideAgreement } from "../../shared/agreements/lifecycle.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { onlyInStages, type Case, type CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Log } from "../log.ts";
import { onlyStaff, type OrganisationService } from "../organisations/index.ts";
import type { SealedFile, SealOrder, Seals } from "../seal/index.ts";
import type { Agreement } from "./agreement.entity.ts";
import type { AgreementRepository } from "./agreement.repository.ts";
import { decided, type AgreementInCase, type AgreementService } from "./agreement.service.ts";
import { agreementContentHash } from "./agreementHash.ts";
import { draftDocument, sealedDocument } from "./signedDocument.ts";

/** What follows from an agreement in force; performance makes the instalments. */
export interface SealedListener {
  onSealed(tx: Tx, actor: Actor, theCase: Case, agreement: Agreement): Promise<void>;
}

export type SealingDeps = {
  db: Database;
  documents: Documents;
  files: FileStorage;
  log: Log;
  seals: Seals;
  agreements: AgreementService;
  rows: AgreementRepository;
  cases: CaseService;
  organisations: OrganisationService;
  journal: Journal;
  listener: SealedListener;
};
const SYSTEM: Actor = { kind: "system", name: "Parley" };

type Drawn = { agreementId: string; contentHash: string; sealed: SealedFile; pageCount: number };

/** The centre seals what everybody signed; from then on the document is fixed for good. */
export class SealingService {
  readonly #deps: SealingDeps;
  /** Orders at work in this process, which recovery leaves alone. */
  readonly #atWork = new Set<string>();

  constructor(deps: SealingDeps) {
    this.#deps = deps;
    deps.seals.onUpgraded("agreement", async (tx, agreementId, sha256) => {
      const { caseId } = await deps.rows.changeDocument(tx, agreementId, sha256);
      const payload = { kind: "agreement" as const, sha256 };
      await deps.journal.append(tx, caseId, SYSTEM, [{ type: "document.timestamped", payload }]);
    });
  }

  /**
   * The decision is committed first, as an order; then the document is drawn and sealed outside any transaction, and
   * committed in one that looks at everything again. Of two administrators at once one draws in vain and hears that it
   * is done; what a killed process leaves is sealed by `recover`.
   */
  async seal(actor: Actor, agreementId: string): Promise<AgreementInCase> {
    const order = await this.#deps.db.transaction((tx) => this.#order(tx, actor, agreementId));
    this.#atWork.add(order.id);
    try {
      return await this.#carryOut(actor, order);
    } finally {
      this.#atWork.delete(order.id);
    }
  }

  /** Seals what was ordered and not sealed. Runs at start and every while; running twice changes nothing. */
  async recover(): Promise<void> {
    const { db, seals, log } = this.#deps;
    const waiting = await db.read((tx) => seals.waiting(tx, "agreement"));
    for (const order of waiting.filter(({ id }) => !this.#atWork.has(id))) {
      try {
        const actor = await db.read((tx) => this.#whoOrdered(tx, order));
        await this.#carryOut(actor, order);
        log.info({ agreementId: order.subjectId }, "sealed what an earlier process had left");
      } catch (error) {
        const over = error instanceof Refusal && error.code !== "unavailable";
        if (over) await db.transaction((tx) => seals.drop(tx, order));
        log.warn({ err: error, agreementId: order.subjectId }, "an agreement could not be sealed");
      }
    }
  }

  /** The document's bytes: the stored ones once sealed, a draft drawn now before that. */
  async document(
    actor: Actor,
    agreementId: string,
  ): Promise<{ bytes: Uint8Array; number: string; sealed: boolean; sha256: string | null }> {
    const { db, documents, files, agreements } = this.#deps;
    const { agreement, signatures } = await db.read((tx) => agreements.view(tx, actor, agreementId));
    const { number, documentSha256: sha256 } = agreement;
    if (sha256 !== null) return { bytes: await files.read(sha256), number, sealed: true, sha256 };
    const { bytes } = await documents.draw("agreement", draftDocument(agreement, signatures));
    return { bytes, number, sealed: false, sha256: null };
  }

  async #order(tx: Tx, actor: Actor, agreementId: string): Promise<SealOrder> {
    const { agreements, seals } = this.#deps;
    const { theCase, agreement } = await agreements.lock(tx, actor, agreementId);
    // First what it is, so that a second try hears that it is done and not that the case has moved on.
    decided(decideAgreement(agreement.status, "seal"));
    onlyInStages(theCase, ["signing"]);
    const { number, snapshot } = agreement;
    const issuer = snapshot.content.centreName;
    const orderedBy = onlyStaff(actor).staffId;
    return await seals.order(tx, { kind: "agreement", subjectId: agreementId, number, issuer, orderedBy });
  }

  async #carryOut(actor: Actor, order: SealOrder): Promise<AgreementInCase> {
    const { db, documents, seals, agreements } = this.#deps;
    const agreementId = order.subjectId;
    const found = await db.read((tx) => agreements.view(tx, actor, agreementId));
    decided(decideAgreement(found.agreement.status, "seal"));
    const { contentHash } = found.agreement;
    const content = sealedDocument(found.agreement, found.signatures, {
      sealedAt: order.orderedAt.toISOString(),
      sealedBy: onlyStaff(actor).name,
      verify: { code: order.code, url: order.verifyUrl, development: seals.identity.development },
    });
    if (agreementContentHash(content) !== contentHash) {
      throw new Refusal("terms_changed", "the stored text is not the one that was signed");
    }
    const { bytes, pageCount } = await documents.draw("agreement", content);
    const reason = `${content.title} ${content.number}`;
    const sealed = await seals.seal(order, { bytes, pageCount, reason, location: content.centreName });
    return await db.transaction((tx) =>
      this.#commit(tx, actor, { agreementId, contentHash, sealed, pageCount }),
    );
  }

  async #commit(tx: Tx, actor: Actor, drawn: Drawn): Promise<AgreementInCase> {
    const { agreements, rows, cases, seals, journal, listener } = this.#deps;
    const found = await agreements.lock(tx, actor, drawn.agreementId);
    const { theCase, agreement } = found;
    const status = decided(decideAgreement(agreement.status, "seal"));
    if (agreement.contentHash !== drawn.contentHash) {
      throw new Refusal("terms_changed", "the text changed while it was drawn");
    }
    const { sealed, pageCount } = drawn;
    if (!(await seals.record(tx, sealed))) throw new Refusal("already_done", "the agreement is sealed");
    const { sha256 } = sealed.file;
    await rows.change(tx, agreement, {
      status,
      sealedAt: sealed.order.orderedAt,
      sealedBy: onlyStaff(actor).staffId,
      documentSha256: sha256,
      pageCount,
    });
    const { id: agreementId, number, totalFen } = agreement;
    const payload = { agreementId, number, sha256, pageCount, totalFen };
    await journal.append(tx, theCase.id, actor, [{ type: "agreement.sealed", payload }]);
    await cases.move(tx, actor, theCase, "seal_agreement");
    await listener.onSealed(tx, actor, theCase, agreement);
    return found;
  }

  /** The administrator whose order it is, as they are now. */
  async #whoOrdered(tx: Tx, { orderedBy }: SealOrder): Promise<Actor> {
    if (orderedBy === null) throw new Refusal("not_found", "nobody is known to have ordered this");
    const staff = await this.#deps.organisations.staffMember(tx, orderedBy);
    const home = await this.#deps.organisations.organisation(tx, staff.organisationId);
    const { id: staffId, role, name } = staff;
    return { kind: "staff", staffId, role, organisationId: home.id, organisationKind: home.kind, name };
  }
}
