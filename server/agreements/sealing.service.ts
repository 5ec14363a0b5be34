import { decideAgreement } from "../../shared/agreements/lifecycle.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { onlyInStages, type Case, type CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import { registerFile, type FileStorage, type StoredContent } from "../files/index.ts";
import type { Journal } from "../journal/index.ts";
import { onlyStaff } from "../organisations/index.ts";
import type { Agreement } from "./agreement.entity.ts";
import type { AgreementRepository } from "./agreement.repository.ts";
import { decided, type AgreementInCase, type AgreementService } from "./agreement.service.ts";
import { agreementContentHash } from "./agreementHash.ts";
import { draftDocument, sealedDocument } from "./signedDocument.ts";

/** What follows from an agreement in force; performance makes the instalments. */
export interface SealedListener {
  onSealed(tx: Tx, actor: Actor, theCase: Case, agreement: Agreement): Promise<void>;
}

/** The centre seals what everybody signed; from then on the bytes of the document are fixed for good. */
export class SealingService {
  readonly #deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    agreements: AgreementService;
    rows: AgreementRepository;
    cases: CaseService;
    journal: Journal;
    listener: SealedListener;
  };

  constructor(deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    agreements: AgreementService;
    rows: AgreementRepository;
    cases: CaseService;
    journal: Journal;
    listener: SealedListener;
  }) {
    this.#deps = deps;
  }

  /**
   * Draw the document outside any transaction, then seal it in one that looks at everything again. Of two
   * administrators at once one draws in vain and hears that it is done.
   */
  async seal(actor: Actor, agreementId: string): Promise<AgreementInCase> {
    const { db, documents, files, agreements } = this.#deps;
    const { contentHash, sealedAt, content } = await db.read(async (tx) => {
      const { theCase, agreement, signatures } = await agreements.view(tx, actor, agreementId);
      onlyInStages(theCase, ["signing"]);
      decided(decideAgreement(agreement.status, "seal"));
      const seal = { sealedAt: tx.now.toISOString(), sealedBy: onlyStaff(actor).name };
      return {
        contentHash: agreement.contentHash,
        sealedAt: tx.now,
        content: sealedDocument(agreement, signatures, seal),
      };
    });
    if (agreementContentHash(content) !== contentHash) {
      throw new Refusal("terms_changed", "the stored text is not the one that was signed");
    }
    const { bytes, pageCount } = await documents.draw("agreement", content);
    const file = await files.put(bytes, "application/pdf");
    return await db.transaction((tx) =>
      this.#commit(tx, actor, { agreementId, contentHash, sealedAt, file, pageCount }),
    );
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

  async #commit(
    tx: Tx,
    actor: Actor,
    drawn: {
      agreementId: string;
      contentHash: string;
      sealedAt: Date;
      file: StoredContent;
      pageCount: number;
    },
  ): Promise<AgreementInCase> {
    const { agreements, rows, cases, journal, listener } = this.#deps;
    const found = await agreements.lock(tx, actor, drawn.agreementId);
    const { theCase, agreement } = found;
    const status = decided(decideAgreement(agreement.status, "seal"));
    if (agreement.contentHash !== drawn.contentHash) {
      throw new Refusal("terms_changed", "the text changed while it was drawn");
    }
    await registerFile(tx, drawn.file);
    const { sealedAt, pageCount } = drawn;
    await rows.change(tx, agreement, {
      status,
      sealedAt,
      sealedBy: onlyStaff(actor).staffId,
      documentSha256: drawn.file.sha256,
      pageCount,
    });
    const { id: agreementId, number, totalFen } = agreement;
    await journal.append(tx, theCase.id, actor, [
      {
        type: "agreement.sealed",
        payload: { agreementId, number, sha256: drawn.file.sha256, pageCount, totalFen },
      },
    ]);
    await cases.move(tx, actor, theCase, "seal_agreement");
    await listener.onSealed(tx, actor, theCase, agreement);
    return found;
  }
}
