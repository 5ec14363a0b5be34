import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ESCALATION_STATUSES, type EscalationStatus } from "../../../shared/escalations/lifecycle.ts";
import { useMe } from "../../api/me.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type EscalationRow, useEscalations } from "./api.ts";
import { EscalationStatusTag } from "./EscalationStatusTag.tsx";

export function EscalationsPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [status, setStatus] = useState<EscalationStatus>();
  const escalations = useEscalations(status);
  const lawyer = me?.role === "lawyer";
  const statuses = ESCALATION_STATUSES.filter((each) => !lawyer || each === "sealed" || each === "closed");
  return (
    <>
      <PageHeader title={t("escalations.title")} description={t("escalations.intro")} />
      <div className="toolbar">
        <Select<EscalationStatus | "all">
          value={status ?? "all"}
          onChange={(value) => setStatus(value === "all" ? undefined : value)}
          aria-label={t("escalations.filter")}
          style={{ width: 180 }}
          options={[
            { value: "all", label: t("escalations.allStatuses") },
            ...statuses.map((value) => ({ value, label: t(`escalations.status.${value}`) })),
          ]}
        />
      </div>
      <Loaded of={escalations}>
        {(rows) =>
          rows.length === 0 ? (
            <Panel>
              <EmptyState title={t("escalations.empty")}>
                {t(lawyer ? "escalations.emptyLawyer" : "escalations.emptyPlatform")}
              </EmptyState>
            </Panel>
          ) : (
            <>
              <EscalationTable rows={rows} lawyer={lawyer} />
              <MoreButton list={escalations} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

interface EscalationTableProps {
  readonly rows: readonly EscalationRow[];
  readonly lawyer: boolean;
}

function EscalationTable({ rows, lawyer }: EscalationTableProps) {
  const { t } = useTranslation();
  const columns: readonly Column<EscalationRow>[] = [
    {
      key: "case",
      title: t("words.case"),
      leads: true,
      render: (row) => (
        <>
          <Link to={`/escalations/${row.id}`} className="tabular">
            <strong>{row.caseNumber}</strong>
          </Link>
          <span className="sub">{row.borrowerName}</span>
        </>
      ),
    },
    {
      key: "status",
      title: t("words.status"),
      render: (row) => (
        <span>
          <EscalationStatusTag status={row.status} />
          {row.outcome !== null && <span className="sub">{t(`escalations.outcome.${row.outcome}`)}</span>}
        </span>
      ),
    },
    lawyer
      ? { key: "platform", title: t("words.platform"), render: (row) => row.platformName }
      : {
          key: "lawyer",
          title: t("escalations.lawyer"),
          render: (row) => (
            <span>
              {row.lawyerName}
              <span className="sub">{row.firmName}</span>
            </span>
          ),
        },
    {
      key: "claim",
      title: t("escalations.claim"),
      align: "right",
      render: (row) => (row.claimFen === null ? "" : <Money fen={row.claimFen} />),
    },
    {
      key: "pages",
      title: t("escalations.pages"),
      align: "right",
      render: (row) => (row.pageCount === null ? "" : <span className="tabular">{row.pageCount}</span>),
    },
    {
      key: "requestedAt",
      title: t("escalations.requestedAt"),
      render: (row) => <DateText value={row.requestedAt} />,
    },
  ];
  return (
    <DataTable caption={t("escalations.title")} columns={columns} rows={rows} rowKey={(row) => row.id} />
  );
}
