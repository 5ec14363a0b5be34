import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { sumFen } from "../../shared/money/fen.ts";
import { settlementFigures } from "../../shared/performance/settlement.ts";
import type { Agreement, AgreementService } from "../agreements/index.ts";
import { viewerOfCase, type Case, type CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { SealOrder, Seals } from "../seal/index.ts";
import { PlanEntry } from "./amendment.entity.ts";
import { CompletionCertificate } from "./completion.entity.ts";
import { composeCompletion, type CompletionFacts } from "./completionContent.ts";
import type { PerformanceRepository } from "./performance.repository.ts";
import type { Plan } from "./planInForce.ts";

export const ISSUE_COMPLETION = "performance.completion";
const SYSTEM: Actor = { kind: "system", name: "Parley" };

type Deps = {
  db: Database;
  documents: Documents;
  files: FileStorage;
  jobs: Pick<Jobs, "enqueue">;
  seals: Pick<Seals, "order" | "seal" | "record">;
  rows: PerformanceRepository;
  cases: CaseService;
  agreements: AgreementService;
  journal: Journal;
};

/** The last payment is in: waivers that waited for it take effect, and a certificate says so. */
export class Completions {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** In the transaction of the last payment. */
  async onCompleted(tx: Tx, { theCase, agreement }: Plan): Promise<void> {
    const { rows, jobs } = this.#deps;
    const entries = agreement.terms.waivers
      .filter((waiver) => waiver.when === "on_completion" && waiver.fen > 0)
      .map(({ debtId, component, fen }) =>
        Object.assign(new PlanEntry(), {
          id: uuid(),
          caseId: theCase.id,
          agreementId: agreement.id,
          kind: "waived_on_completion" as const,
          debtId,
          component,
          fen,
          onDate: shanghaiDateOf(tx.now),
          recordedAt: tx.now,
        }),
      );
    await rows.insertEntries(tx, entries);
    await this.#order(tx, agreement);
    await jobs.enqueue(tx, ISSUE_COMPLETION, { caseId: theCase.id, agreementId: agreement.id });
  }

  certificateOf(tx: Tx, agreementId: string): Promise<CompletionCertificate | null> {
    return this.#deps.rows.certificateOf(tx, agreementId);
  }

  /** The job. Running it again after it succeeded changes nothing. */
  async issue(caseId: string, agreementId: string): Promise<void> {
    const { db, documents, seals } = this.#deps;
    const found = await db.transaction((tx) => this.#gather(tx, caseId, agreementId));
    if (found === null) return;
    const { facts, order } = found;
    const composed = composeCompletion(facts, { code: order.code, url: order.verifyUrl });
    if (!composed.ok) {
      const errors = composed.missing.map(({ field, why }) => ({ pointer: field, code: why, detail: why }));
      throw new Refusal("document_incomplete", "the certificate cannot be issued yet", { errors });
    }
    const { bytes, pageCount } = await documents.draw("completionCertificate", composed.content);
    const drawn = { bytes, pageCount, reason: "出具结清证明", location: facts.centre.name };
    const sealed = await seals.seal(order, drawn);
    await db.transaction(async (tx) => {
      await this.#deps.cases.lock(tx, caseId);
      if (!(await seals.record(tx, sealed))) return;
      const certificate = Object.assign(new CompletionCertificate(), {
        id: uuid(),
        caseId,
        agreementId,
        number: facts.number,
        code: order.code,
        facts,
        documentSha256: sealed.file.sha256,
        pageCount,
        issuedAt: order.orderedAt,
      });
      await this.#deps.rows.insertCertificate(tx, certificate);
      const { id: certificateId, number, documentSha256: sha256 } = certificate;
      await this.#deps.journal.append(tx, caseId, SYSTEM, [
        { type: "completion.issued", payload: { certificateId, number, sha256, pageCount } },
      ]);
    });
  }

  /** A later file of the same certificate, with its timestamp, takes the place of the first. */
  async onUpgraded(tx: Tx, agreementId: string, sha256: string): Promise<void> {
    const { caseId } = await this.#deps.rows.replaceCertificateFile(tx, agreementId, sha256);
    const payload = { kind: "completion_certificate" as const, sha256 };
    await this.#deps.journal.append(tx, caseId, SYSTEM, [{ type: "document.timestamped", payload }]);
  }

  /** The bytes as issued, for the parties and the centre. */
  async download(
    actor: Actor,
    caseId: string,
  ): Promise<{ content: Uint8Array; sha256: string; number: string }> {
    const { db, cases, rows, files } = this.#deps;
    const certificate = await db.read(async (tx) => {
      const theCase = await cases.find(tx, caseId);
      viewerOfCase(actor, theCase);
      return await rows.certificateOfCase(tx, caseId);
    });
    if (certificate === null) throw new Refusal("not_found", "no certificate was issued in this case");
    const { documentSha256: sha256, number } = certificate;
    return { content: await files.read(sha256), sha256, number };
  }

  /** Asked for once; whoever asks again gets the order there is. */
  async #order(tx: Tx, agreement: Agreement): Promise<SealOrder> {
    return await this.#deps.seals.order(tx, {
      kind: "completion_certificate",
      subjectId: agreement.id,
      number: certificateNumber(agreement),
      issuer: agreement.snapshot.facts.centre.name,
    });
  }

  /** Null when there is nothing to issue: the certificate exists, or not everything is paid. */
  async #gather(
    tx: Tx,
    caseId: string,
    agreementId: string,
  ): Promise<{ facts: CompletionFacts; order: SealOrder } | null> {
    const { rows, cases, agreements } = this.#deps;
    const theCase = await cases.lock(tx, caseId);
    const agreement = await agreements.sealedOf(tx, caseId);
    if (agreement?.id !== agreementId || theCase.stage !== "completed") return null;
    if ((await rows.certificateOf(tx, agreementId)) !== null) return null;
    const order = await this.#order(tx, agreement);
    return { facts: await this.#facts(tx, theCase, agreement, order), order };
  }

  async #facts(tx: Tx, theCase: Case, agreement: Agreement, order: SealOrder): Promise<CompletionFacts> {
    const { rows, agreements } = this.#deps;
    const { facts } = agreement.snapshot;
    const payments = await rows.paymentsOfCase(tx, theCase.id);
    const earlier = await agreements.supersededIn(tx, theCase.id);
    const contract = (debtId: string | null) =>
      facts.debts.find((debt) => debt.debtId === debtId)?.contractNumber ?? "";
    const waived = (await rows.entriesOf(tx, agreement.id)).flatMap((entry) =>
      entry.kind === "waived_on_completion" && entry.component !== null
        ? [{ contractNumber: contract(entry.debtId), component: entry.component, fen: entry.fen }]
        : [],
    );
    return {
      number: certificateNumber(agreement),
      caseNumber: theCase.number,
      issuedAt: order.orderedAt.toISOString(),
      centre: { name: facts.centre.name, address: facts.centre.address, phone: facts.centre.phone },
      platform: { name: facts.platform.name, creditCode: facts.platform.creditCode },
      borrower: { name: facts.borrower.name, idNumber: facts.borrower.idNumber },
      agreement: {
        number: agreement.number,
        sealedOn: shanghaiDateOf(agreement.sealedAt ?? agreement.composedAt),
        documentSha256: agreement.documentSha256 ?? "",
      },
      earlier: earlier.map(({ number }) => number),
      contracts: facts.debts.map(({ contractNumber, lender }) => ({ contractNumber, lender })),
      statementAsOf: facts.statementAsOf,
      lastPaidOn: payments.at(-1)?.paidOn ?? shanghaiDateOf(tx.now),
      figures: settlementFigures(agreement.schedule, agreement.terms, {
        instalments: await rows.instalmentsOf(tx, agreement.id),
        allPaymentsFen: sumFen(payments.map((payment) => payment.fen)),
        creditFen: sumFen(payments.map((payment) => payment.creditFen)),
      }),
      waivedOnCompletion: waived,
    };
  }
}

/** `调协2026-0000001-1` → `调结2026-0000001-1`. */
function certificateNumber({ number }: Agreement): string {
  return number.replace(/^调协/u, "调结");
}
