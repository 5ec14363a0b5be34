import { useTranslation } from "react-i18next";
import { maskIdNumber, maskPhone } from "../../../shared/parties/mask.ts";
import { addFen, sumFen } from "../../../shared/money/fen.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Money } from "../../ui/Money.tsx";
import type { Preview } from "./api.ts";

type Sample = Preview["samples"][number];
type SampleDebt = Sample["debts"][number];

/** The first people of the file as the cases they will become. */
export function SampleCases({ samples }: { readonly samples: readonly Sample[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Sample>[] = [
    {
      key: "borrower",
      title: t("words.borrower"),
      leads: true,
      render: ({ borrower }) => (
        <>
          <strong>{borrower.name}</strong>
          <span className="sub tabular">
            {maskIdNumber(borrower.idNumber)} · {maskPhone(borrower.phone)}
          </span>
        </>
      ),
    },
    {
      key: "debts",
      title: t("cases.contract"),
      render: ({ debts }) => (
        <span>
          {debts.map((debt) => (
            <span key={debt.contractNumber} className="sample-debt">
              <span className="tabular">{debt.contractNumber}</span>{" "}
              <span className="faint">{debt.lenderName}</span>
            </span>
          ))}
        </span>
      ),
    },
    {
      key: "total",
      title: t("cases.claimed"),
      align: "right",
      render: ({ debts }) => <Money fen={sumFen(debts.map(totalOf))} />,
    },
  ];
  return (
    <section>
      <h2 className="section-title">{t("imports.samples")}</h2>
      <DataTable
        caption={t("imports.samples")}
        columns={columns}
        rows={samples}
        rowKey={(sample) => sample.borrower.idNumber}
      />
    </section>
  );
}

function totalOf(debt: SampleDebt) {
  return addFen(addFen(debt.principalFen, debt.interestFen), addFen(debt.penaltyFen, debt.feeFen));
}
