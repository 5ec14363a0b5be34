import type { Tx } from "../database/transaction.ts";
import { IsNull } from "typeorm";
import { Amendment, PlanEntry } from "./amendment.entity.ts";
import { CompletionCertificate } from "./completion.entity.ts";
import { InstalmentRow, Payment } from "./performance.entity.ts";

/** Instalments and payments, as rows. Whoever writes holds the case. */
export class PerformanceRepository {
  instalmentsOf(tx: Tx, agreementId: string): Promise<InstalmentRow[]> {
    return tx.manager.find(InstalmentRow, { where: { agreementId }, order: { due: "ASC", number: "ASC" } });
  }

  async insertInstalments(tx: Tx, instalments: readonly InstalmentRow[]): Promise<void> {
    await tx.manager.insert(InstalmentRow, [...instalments]);
  }

  async saveInstalments(tx: Tx, instalments: readonly InstalmentRow[]): Promise<void> {
    await tx.manager.save(InstalmentRow, [...instalments]);
  }

  paymentsOf(tx: Tx, agreementId: string): Promise<Payment[]> {
    return tx.manager.find(Payment, {
      where: { agreementId },
      order: { paidOn: "ASC", recordedAt: "ASC", id: "ASC" },
    });
  }

  openAmendment(tx: Tx, caseId: string): Promise<Amendment | null> {
    return tx.manager.findOneBy(Amendment, { caseId, closedAt: IsNull() });
  }

  async saveAmendment(tx: Tx, amendment: Amendment): Promise<void> {
    await tx.manager.save(amendment);
  }

  entriesOf(tx: Tx, agreementId: string): Promise<PlanEntry[]> {
    return tx.manager.find(PlanEntry, { where: { agreementId }, order: { recordedAt: "ASC", id: "ASC" } });
  }

  async insertEntries(tx: Tx, entries: readonly PlanEntry[]): Promise<void> {
    if (entries.length > 0) await tx.manager.insert(PlanEntry, [...entries]);
  }

  certificateOf(tx: Tx, agreementId: string): Promise<CompletionCertificate | null> {
    return tx.manager.findOneBy(CompletionCertificate, { agreementId });
  }

  certificateOfCase(tx: Tx, caseId: string): Promise<CompletionCertificate | null> {
    return tx.manager.findOne(CompletionCertificate, { where: { caseId }, order: { issuedAt: "DESC" } });
  }

  async insertCertificate(tx: Tx, certificate: CompletionCertificate): Promise<void> {
    await tx.manager.insert(CompletionCertificate, certificate);
  }

  async replaceCertificateFile(
    tx: Tx,
    agreementId: string,
    documentSha256: string,
  ): Promise<{ caseId: string }> {
    await tx.manager.update(CompletionCertificate, { agreementId }, { documentSha256 });
    return await tx.manager.findOneByOrFail(CompletionCertificate, { agreementId });
  }

  /** Everything ever paid in a case, under whichever agreement. */
  paymentsOfCase(tx: Tx, caseId: string): Promise<Payment[]> {
    return tx.manager.find(Payment, {
      where: { caseId },
      order: { paidOn: "ASC", recordedAt: "ASC", id: "ASC" },
    });
  }

  async insertPayment(tx: Tx, payment: Payment): Promise<void> {
    await tx.manager.insert(Payment, payment);
  }
}
