import type { Actor } from "../../shared/api/roles.ts";
import type { Case, CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Log } from "../log.ts";
import type { Seals } from "../seal/index.ts";
import { signedApplication } from "./applicationDrawing.ts";
import type { ConfirmationRepository } from "./confirmation.repository.ts";
import type { ConfirmationInCase, ConfirmationService } from "./confirmation.service.ts";

const KIND = "confirmation_application";
const SYSTEM: Actor = { kind: "system", name: "Parley" };

/**
 * The centre's seal over the application that both have signed: what the court gets can be shown to be what they saw. Belongs
 * to the signature that made it complete, so that another text, signed later, is another document.
 */
export class ApplicationSealing {
  readonly #deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    seals: Seals;
    log: Log;
    rows: ConfirmationRepository;
    cases: CaseService;
    journal: Journal;
    confirmations: ConfirmationService;
  };

  constructor(deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    seals: Seals;
    log: Log;
    rows: ConfirmationRepository;
    cases: CaseService;
    journal: Journal;
    confirmations: ConfirmationService;
  }) {
    this.#deps = deps;
    deps.seals.onUpgraded(KIND, async (tx, signatureId, sha256) => {
      const { caseId } = await deps.rows.ofSignature(tx, signatureId);
      const payload = { kind: KIND, sha256 } as const;
      await deps.journal.append(tx, caseId, SYSTEM, [{ type: "document.timestamped", payload }]);
    });
  }

  /** As sealed once both have signed; before that as it stands, marked as not signed. */
  async asItStands(found: ConfirmationInCase): Promise<Uint8Array> {
    if (found.signatures.length === 2) return await this.#sealed(found);
    return (await this.#deps.documents.draw("application", signedApplication(found))).bytes;
  }

  /** The bytes as sealed, sealing them now when that has not been done. */
  async #sealed(found: ConfirmationInCase): Promise<Uint8Array> {
    const { db, files, seals } = this.#deps;
    const signatureId = lastOf(found);
    const known = await db.read((tx) => seals.sha256Of(tx, KIND, signatureId));
    if (known !== null) return await files.read(known);
    await this.#seal(found, signatureId);
    const made = await db.read((tx) => seals.sha256Of(tx, KIND, signatureId));
    if (made === null) throw new Error(`the application ${found.confirmation.id} was not sealed`);
    return await files.read(made);
  }

  /** Seals what was signed and not sealed: a killed process left it. Running again changes nothing. */
  async sealWaiting(): Promise<void> {
    const { db, rows, cases, confirmations, log } = this.#deps;
    for (const caseId of await db.read((tx) => rows.signedUnsealed(tx))) {
      try {
        const found = await db.read(async (tx) => confirmations.forFile(tx, await cases.find(tx, caseId)));
        if (found !== null && found.signatures.length === 2) await this.#sealed(found);
      } catch (error) {
        log.warn({ err: error, caseId }, "an application for confirmation could not be sealed");
      }
    }
  }

  /** Once the last signature is committed; what goes wrong is made good by `sealWaiting`, or when somebody asks for it. */
  async afterSigning(theCase: Case): Promise<void> {
    const found = await this.#deps.db.read((tx) => this.#deps.confirmations.forFile(tx, theCase));
    if (found !== null && found.signatures.length === 2) await this.#sealed(found);
  }

  async #seal(found: ConfirmationInCase, subjectId: string): Promise<void> {
    const { db, documents, seals } = this.#deps;
    const { number } = found.agreement;
    const issuer = found.agreement.snapshot.facts.centre.name;
    const order = await db.transaction((tx) => seals.order(tx, { kind: KIND, subjectId, number, issuer }));
    const verify = { code: order.code, url: order.verifyUrl, development: seals.identity.development };
    const drawn = await documents.draw("application", { ...signedApplication(found), verify });
    const reason = `司法确认申请书 ${number}`;
    const sealed = await seals.seal(order, { ...drawn, reason, location: issuer });
    await db.transaction(async (tx) => {
      await this.#deps.cases.lock(tx, found.theCase.id);
      if (!(await seals.record(tx, sealed))) return;
      await this.#announce(tx, found, { sha256: sealed.file.sha256, pageCount: drawn.pageCount });
    });
  }

  async #announce(
    tx: Tx,
    { theCase, confirmation }: ConfirmationInCase,
    file: { sha256: string; pageCount: number },
  ): Promise<void> {
    const payload = { confirmationId: confirmation.id, ...file };
    await this.#deps.journal.append(tx, theCase.id, SYSTEM, [{ type: "confirmation.sealed", payload }]);
  }
}

function lastOf({ confirmation, signatures }: ConfirmationInCase): string {
  const last = signatures.at(-1);
  if (last === undefined) throw new Error(`nobody has signed the application ${confirmation.id}`);
  return last.id;
}
