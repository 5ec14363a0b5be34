import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import type { Payment } from "./api.ts";

export function Payments({ payments }: { readonly payments: readonly Payment[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Payment>[] = [
    {
      key: "paidOn",
      title: t("performance.paidOn"),
      leads: true,
      render: (row) => <DateText value={row.paidOn} />,
    },
    {
      key: "reference",
      title: t("performance.reference"),
      render: (row) => <span className="tabular">{row.reference}</span>,
    },
    {
      key: "fen",
      title: t("performance.amount"),
      align: "right",
      render: (row) => <Money fen={row.fen} strong />,
    },
  ];
  return (
    <div className="payments">
      <h3>{t("performance.payments")}</h3>
      {payments.length === 0 ? (
        <p className="hint">{t("performance.noPayments")}</p>
      ) : (
        <DataTable
          caption={t("performance.payments")}
          columns={columns}
          rows={payments}
          rowKey={(row) => row.id}
        />
      )}
    </div>
  );
}
