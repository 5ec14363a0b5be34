import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { AGREEMENT_STATUSES, type AgreementStatus } from "../../../shared/agreements/lifecycle.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { AgreementStatusTag } from "./AgreementStatusTag.tsx";
import { type AgreementRow, documentUrl, useAgreements } from "./api.ts";

export function AgreementsPage() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<AgreementStatus>();
  const agreements = useAgreements(status);
  return (
    <>
      <PageHeader title={t("agreements.title")} description={t("agreements.intro")} />
      <div className="toolbar">
        <Select<AgreementStatus | "all">
          value={status ?? "all"}
          onChange={(value) => setStatus(value === "all" ? undefined : value)}
          aria-label={t("agreements.filter")}
          style={{ width: 200 }}
          options={[
            { value: "all", label: t("agreements.allStatuses") },
            ...AGREEMENT_STATUSES.map((value) => ({ value, label: t(`agreements.status.${value}`) })),
          ]}
        />
      </div>
      <Loaded of={agreements}>
        {(rows) =>
          rows.length === 0 ? (
            <Panel>
              <EmptyState title={t("agreements.empty")}>{t("agreements.emptyText")}</EmptyState>
            </Panel>
          ) : (
            <>
              <AgreementTable rows={rows} />
              <MoreButton list={agreements} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function AgreementTable({ rows }: { readonly rows: readonly AgreementRow[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<AgreementRow>[] = [
    {
      key: "number",
      title: t("agreements.number"),
      leads: true,
      render: (row) => (
        <>
          <Link to={`/agreements/${row.id}`} className="tabular">
            <strong>{row.number}</strong>
          </Link>
          <span className="sub">
            {row.borrowerName} · {row.platformName}
          </span>
        </>
      ),
    },
    { key: "status", title: t("words.status"), render: (row) => <AgreementStatusTag status={row.status} /> },
    {
      key: "total",
      title: t("agreements.total"),
      align: "right",
      render: (row) => <Money fen={row.totalFen} />,
    },
    {
      key: "instalments",
      title: t("agreements.instalments"),
      align: "right",
      render: (row) => <span className="tabular">{row.instalments}</span>,
    },
    {
      key: "sealedAt",
      title: t("agreements.sealedAt"),
      render: (row) => (row.sealedAt === null ? "" : <DateText value={row.sealedAt} />),
    },
    {
      key: "download",
      title: "PDF",
      render: (row) => (
        <Button
          size="small"
          href={documentUrl(row.id)}
          aria-label={`${t("agreements.download")} ${row.number}`}
        >
          {t("common.download")}
        </Button>
      ),
    },
  ];
  return <DataTable caption={t("agreements.title")} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
