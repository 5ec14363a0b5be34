import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { StatementService } from "../debts/index.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Journal } from "../journal/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { Seals } from "../seal/index.ts";
import type { Case } from "./case.entity.ts";
import { viewerOfCase } from "./case.policy.ts";
import type { CaseRepository } from "./case.repository.ts";
import type { CaseService } from "./case.service.ts";
import {
  composeTerminationCertificate,
  type TerminationCertificateFacts,
} from "./terminationCertificateContent.ts";

type Deps = {
  db: Database;
  documents: Documents;
  files: FileStorage;
  seals: Seals;
  rows: CaseRepository;
  cases: CaseService;
  borrowers: BorrowerService;
  statements: StatementService;
  organisations: OrganisationService;
  journal: Journal;
};

/** The certificate that a mediation ended: the outcome and nothing of what was said. */
export class CertificateService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.seals.onUpgraded("termination_certificate", async (tx, caseId, certificateSha256) => {
      const theCase = await deps.cases.lock(tx, caseId);
      await deps.rows.change(tx, theCase, { certificateSha256 });
      const payload = { kind: "termination_certificate" as const, sha256: certificateSha256 };
      await deps.journal.append(tx, caseId, SYSTEM, [{ type: "document.timestamped", payload }]);
    });
  }

  /**
   * Draw and keep the certificate of a terminated case. Runs after the termination was committed; running
   * again changes nothing, so a job may be repeated.
   */
  async issue(caseId: string): Promise<void> {
    const { db, documents, seals } = this.#deps;
    const facts = await db.read((tx) => this.#facts(tx, caseId));
    if (facts === null) return;
    const composed = composeTerminationCertificate(facts);
    if (!composed.ok) {
      const errors = composed.missing.map(({ field, why }) => ({ pointer: field, code: why, detail: why }));
      throw new Refusal("document_incomplete", "the certificate cannot be issued yet", { errors });
    }
    const { certificateNumber: number, centre } = facts;
    const order = await db.transaction((tx) =>
      seals.order(tx, { kind: "termination_certificate", subjectId: caseId, number, issuer: centre.name }),
    );
    const verify = { code: order.code, url: order.verifyUrl, development: seals.identity.development };
    const drawn = await documents.draw("terminationCertificate", { ...composed.content, verify });
    const reason = `${composed.content.title} ${number}`;
    const sealed = await seals.seal(order, { ...drawn, reason, location: centre.name });
    await db.transaction(async (tx) => {
      const theCase = await this.#deps.cases.lock(tx, caseId);
      if (theCase.certificateSha256 !== null || !(await seals.record(tx, sealed))) return;
      const { sha256 } = sealed.file;
      await this.#deps.rows.change(tx, theCase, { certificateSha256: sha256 });
      await this.#deps.journal.append(tx, caseId, SYSTEM, [
        { type: "certificate.issued", payload: { sha256 } },
      ]);
    });
  }

  /** The bytes as issued, for any party to the case and the centre. */
  async download(
    actor: Actor,
    caseId: string,
  ): Promise<{ content: Uint8Array; sha256: string; number: string }> {
    const theCase = await this.#deps.db.read(async (tx) => {
      const found = await this.#deps.cases.find(tx, caseId);
      viewerOfCase(actor, found);
      return found;
    });
    const sha256 = theCase.certificateSha256;
    if (sha256 === null) throw new Refusal("not_found", "no certificate was issued in this case");
    return { content: await this.#deps.files.read(sha256), sha256, number: theCase.number };
  }

  /** Null when there is nothing to issue: the certificate exists, or the case has not ended so. */
  async #facts(tx: Tx, caseId: string): Promise<TerminationCertificateFacts | null> {
    const { cases, borrowers, statements, organisations } = this.#deps;
    const theCase = await cases.find(tx, caseId);
    const { certificateSha256, terminationReason, terminatedAt, mediatorId } = theCase;
    if (certificateSha256 !== null || terminationReason === null || terminatedAt === null) return null;
    if (mediatorId === null) return null;
    const [centre, platform, mediator, borrower, debts] = [
      await organisations.organisation(tx, theCase.centreId),
      await organisations.organisation(tx, theCase.platformId),
      await organisations.staffMember(tx, mediatorId),
      await borrowers.borrower(tx, theCase.borrowerId),
      await statements.debts(tx, caseId),
    ];
    return {
      certificateNumber: `调终${theCase.number}`,
      caseNumber: theCase.number,
      centre: { name: centre.name, phone: centre.phone, address: centre.address },
      platformName: platform.name,
      borrower: { name: borrower.name, idNumber: borrower.idNumber },
      mediatorName: mediator.name,
      contractNumbers: debts.map((debt) => debt.contractNumber),
      startedOn: startOf(theCase),
      endedOn: shanghaiDateOf(terminatedAt),
      reason: terminationReason,
      issuedAt: terminatedAt.toISOString(),
    };
  }
}

const SYSTEM: Actor = { kind: "system", name: "Parley" };

function startOf(theCase: Case): string {
  return shanghaiDateOf(theCase.acceptedAt ?? theCase.createdAt);
}
