import { useTranslation } from "react-i18next";
import type { AllocationComparison } from "../../../shared/debts/paymentHistory.ts";
import { formatDate, formatFen } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Money } from "../../ui/Money.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import type { PaymentHistoryView } from "./types.ts";

/** The payments one by one: where the order of the law puts each, and where the platform put it otherwise. */
export function PaymentChecks({ history }: { readonly history: PaymentHistoryView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { totalFen, repaidFen, partsFrom, count, order, rows } = history;
  const apart = repaidFen !== null && repaidFen !== totalFen;
  return (
    <div>
      <dt>{t("law.checks.payments")}</dt>
      <dd>
        <p>
          {t("law.checks.paymentsOf", { count, total: formatFen(totalFen), order: t(`law.orders.${order}`) })}
        </p>
        {apart && (
          <p className="law-over">{t("law.checks.paymentsApart", { stated: formatFen(repaidFen) })}</p>
        )}
        {partsFrom !== null && (
          <p className="law-over">
            {t("law.checks.allocationParts", { date: formatDate(partsFrom, language) })}
          </p>
        )}
        {rows.length > 0 && <PaymentTable rows={rows} />}
      </dd>
    </div>
  );
}

const PARTS = ["interest", "penalty", "principal"] as const;

function PaymentTable({ rows }: { readonly rows: readonly AllocationComparison[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns: readonly Column<AllocationComparison>[] = [
    {
      key: "on",
      title: t("law.checks.paidOn"),
      leads: true,
      render: ({ lawful }) => formatDate(lawful.on, language),
    },
    {
      key: "fen",
      title: t("words.amount"),
      align: "right",
      render: ({ lawful }) => <Money fen={lawful.fen} />,
    },
    ...PARTS.map((part) => ({
      key: part,
      title: t(`words.component.${part}`),
      align: "right" as const,
      render: ({ lawful, stated }: AllocationComparison) => {
        const fen = lawful[`${part}Fen`];
        const theirs = stated?.[`${part}Fen`];
        return (
          <>
            <Money fen={fen} />
            {theirs !== undefined && theirs !== fen && (
              <span className="sub tabular">
                {t("law.checks.platformPut", { amount: formatFen(theirs) })}
              </span>
            )}
          </>
        );
      },
    })),
    {
      key: "left",
      title: t("law.checks.principalLeft"),
      align: "right",
      render: ({ lawful }) => <Money fen={lawful.principalLeftFen} />,
    },
    {
      key: "differs",
      title: t("law.checks.allocation"),
      render: ({ differs }) =>
        differs === null ? (
          <span className="faint">{t("law.checks.notStated")}</span>
        ) : (
          <ToneTag tone={differs ? "bad" : "good"}>
            {t(differs ? "law.checks.differs" : "law.checks.same")}
          </ToneTag>
        ),
    },
  ];
  return (
    <details className="law-payments">
      <summary>{t("law.checks.eachPayment")}</summary>
      <DataTable
        caption={t("law.checks.payments")}
        columns={columns}
        rows={rows}
        rowKey={({ lawful }) => `${lawful.on} ${lawful.fen} ${lawful.principalLeftFen} ${lawful.interestFen}`}
      />
    </details>
  );
}
