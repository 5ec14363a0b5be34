import type { LocalDate } from "../calendar/localDate.ts";
import { COMPONENT_NAMES } from "../debts/componentNames.ts";
import type { Fen } from "../money/fen.ts";
import { formatYuan } from "../money/formatYuan.ts";
import type { Component } from "../plans/statement.ts";

/** A statement that the case's own data makes; `key` says from which datum, so that it is put once. */
export type DrawnFact = { key: string; text: string };

export type DataOfCase = {
  asOf: LocalDate;
  debts: readonly {
    id: string;
    contractNumber: string;
    lenderName: string;
    termCount: number | null;
    disbursedOn: LocalDate | null;
    disbursedFen: Fen | null;
    overdueSince: LocalDate | null;
  }[];
  /** The last payment the platform states on a contract. */
  lastPayments: readonly { debtId: string; on: LocalDate; fen: Fen }[];
  /** Lines of the statement that both sides have confirmed, and no others. */
  agreedLines: readonly { debtId: string; component: Component; fen: Fen }[];
};

/** Statements worth confirming that follow from the data of a case, contract by contract; words for a court, in Chinese. */
export function drawnFacts({ asOf, debts, lastPayments, agreedLines }: DataOfCase): DrawnFact[] {
  return debts.flatMap((debt) => {
    const { id, contractNumber: number } = debt;
    const found: DrawnFact[] = [
      {
        key: `contract:${id}`,
        text: `借款人与${debt.lenderName}订有编号为${number}的借款合同${debt.termCount === null ? "" : `，约定分${debt.termCount}期归还`}。`,
      },
    ];
    if (debt.disbursedOn !== null && debt.disbursedFen !== null) {
      found.push({
        key: `disbursed:${id}`,
        text: `编号为${number}的合同项下，放款机构于${dateText(debt.disbursedOn)}发放借款本金${formatYuan(debt.disbursedFen)}元。`,
      });
    }
    const payment = lastPayments.find(({ debtId }) => debtId === id);
    if (payment !== undefined) {
      found.push({
        key: `payment:${id}:${payment.on}:${payment.fen}`,
        text: `截至${dateText(asOf)}，编号为${number}的合同项下最近一次还款日期为${dateText(payment.on)}，金额为${formatYuan(payment.fen)}元。`,
      });
    }
    if (debt.overdueSince !== null) {
      found.push({
        key: `overdue:${id}`,
        text: `编号为${number}的合同自${dateText(debt.overdueSince)}起逾期。`,
      });
    }
    for (const { component, fen } of agreedLines.filter(({ debtId }) => debtId === id)) {
      found.push({
        key: `line:${id}:${component}:${fen}`,
        text: `截至${dateText(asOf)}，编号为${number}的合同项下尚欠${COMPONENT_NAMES[component]}${formatYuan(fen)}元。`,
      });
    }
    return found;
  });
}

function dateText(date: LocalDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
