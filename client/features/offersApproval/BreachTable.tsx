import { useTranslation } from "react-i18next";
import type { PolicyBreach } from "../../../shared/plans/policy.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Money } from "../../ui/Money.tsx";

/** Each limit the terms go beyond, with both figures in the limit's own unit. */
export function BreachTable({ breaches }: { readonly breaches: readonly PolicyBreach[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<PolicyBreach>[] = [
    {
      key: "limit",
      title: t("concessions.breachItem"),
      leads: true,
      render: ({ limit, component }) =>
        component === undefined
          ? t(`concessions.limit.${limit}`)
          : t("concessions.waiverOf", { component: t(`words.component.${component}`) }),
    },
    {
      key: "allowed",
      title: t("concessions.allowedColumn"),
      align: "right",
      render: (breach) => <Figure breach={breach} value={breach.allowed} />,
    },
    {
      key: "proposed",
      title: t("concessions.proposedColumn"),
      align: "right",
      render: (breach) => (
        <strong className="over">
          <Figure breach={breach} value={breach.proposed} />
        </strong>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("concessions.breachesTitle")}
      columns={columns}
      rows={breaches}
      rowKey={({ limit, component }) => `${limit} ${component ?? ""}`}
    />
  );
}

function Figure({ breach, value }: { readonly breach: PolicyBreach; readonly value: number }) {
  const { t } = useTranslation();
  switch (breach.limit) {
    case "maxWaiverBp":
    case "minDownPaymentBp":
      return <span className="tabular">{value / 100}%</span>;
    case "minInstalmentFen":
      return <Money fen={value} />;
    case "maxCount":
      return <span className="tabular">{t("concessions.instalments", { count: value })}</span>;
    case "maxDeferralMonths":
      return <span className="tabular">{t("concessions.months", { count: value })}</span>;
  }
}
