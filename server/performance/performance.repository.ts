import type { Tx } from "../database/transaction.ts";
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

  async insertPayment(tx: Tx, payment: Payment): Promise<void> {
    await tx.manager.insert(Payment, payment);
  }
}
