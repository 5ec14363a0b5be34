import { stringify } from "csv-stringify/sync";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import { causeOfAction } from "./complaintContent.ts";
import type { PacketFacts } from "./packetFacts.ts";
import type { PacketFigures } from "./packetFigures.ts";

/** The claim as data: amounts in fen, dates as YYYY-MM-DD, every rule with its source and confidence. */
export function calculationData(facts: PacketFacts, figures: PacketFigures): object {
  return {
    asOf: facts.asOf,
    currency: "CNY",
    unit: "fen",
    byComponent: figures.byComponent,
    claimFen: figures.claimFen,
    courtFee: figures.fee,
    debts: figures.debts.map(({ debt, totalFen, limitation, cap }) => ({
      contractNumber: debt.contractNumber,
      lender: debt.lender,
      lenderType: debt.lenderType,
      disbursedOn: debt.disbursedOn,
      disbursedFen: debt.disbursedFen,
      termCount: debt.termCount,
      annualRate: debt.annualRate,
      penaltyMarkup: debt.penaltyMarkup,
      overdueSince: debt.overdueSince,
      repaidFen: debt.repaidFen,
      components: debt.components,
      totalFen,
      limitation,
      cap,
    })),
  };
}

/** The same figures for a spreadsheet, in yuan. */
export function calculationCsv(facts: PacketFacts, figures: PacketFigures): string {
  const yuan = (fen: Parameters<typeof formatYuan>[0]) => formatYuan(fen).replaceAll(",", "");
  const rows = figures.debts.map(({ debt, totalFen }) => [
    debt.contractNumber,
    debt.lender,
    facts.asOf,
    ...COMPONENTS.map((component) => yuan(debt.components[component])),
    yuan(totalFen),
  ]);
  const total = COMPONENTS.map((component) => yuan(figures.byComponent[component]));
  return stringify(
    [...rows, ["合计", "", facts.asOf, ...total, yuan(figures.claimFen)]].map((row) => row.map(inert)),
    {
      header: true,
      columns: ["合同编号", "放款机构", "计算截止日", "本金", "利息", "违约金", "费用", "合计"],
      bom: true,
      escape_formulas: true,
      record_delimiter: "windows",
    },
  );
}

/** Full-width signs begin a formula in some spreadsheets as well. */
function inert(cell: string): string {
  return /^[＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

/** The complaint's elements as data, for courts that take the form electronically. */
export function complaintData(facts: PacketFacts, figures: PacketFigures): object {
  const { plaintiff, attorney, defendant } = facts;
  return {
    form: "要素式民事起诉状",
    causeOfAction: causeOfAction(facts.debts),
    plaintiff,
    attorney,
    defendant,
    claims: {
      asOf: facts.asOf,
      principalFen: figures.byComponent.principal,
      interestFen: figures.byComponent.interest,
      penaltyFen: figures.byComponent.penalty,
      feeFen: figures.byComponent.fee,
      totalFen: figures.claimFen,
      untilPaid: true,
    },
    contracts: facts.debts.map((debt) => ({
      contractNumber: debt.contractNumber,
      lender: debt.lender,
      disbursedOn: debt.disbursedOn,
      disbursedFen: debt.disbursedFen,
      termCount: debt.termCount,
      annualRate: debt.annualRate,
      penaltyMarkup: debt.penaltyMarkup,
      overdueSince: debt.overdueSince,
      repaidFen: debt.repaidFen,
    })),
  };
}
