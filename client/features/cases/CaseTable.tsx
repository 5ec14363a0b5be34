import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateText } from "../../ui/DateText.tsx";
import { type Column, DataTable, type Selection } from "../../ui/DataTable.tsx";
import { Money } from "../../ui/Money.tsx";
import { CaseStage } from "./CaseStage.tsx";
import type { CaseSummary } from "./types.ts";

interface CaseTableProps {
  readonly rows: readonly CaseSummary[];
  readonly selection?: Selection;
}

export function CaseTable({ rows, selection }: CaseTableProps) {
  const { t } = useTranslation();
  const columns: readonly Column<CaseSummary>[] = [
    {
      key: "case",
      title: t("words.case"),
      leads: true,
      render: (row) => (
        <>
          <Link to={`/cases/${row.id}`} className="tabular">
            <strong>{row.number}</strong>
          </Link>
          <span className="sub">{row.borrower.name}</span>
        </>
      ),
    },
    { key: "stage", title: t("words.stage"), render: (row) => <CaseStage of={row} /> },
    { key: "platform", title: t("words.platform"), render: (row) => row.platform.name },
    {
      key: "mediator",
      title: t("words.mediator"),
      render: (row) =>
        row.mediator?.name ?? <span className="faint">{t(`cases.${withoutMediator(row)}`)}</span>,
    },
    {
      key: "claimed",
      title: t("cases.claimed"),
      align: "right",
      render: (row) => (
        <span>
          <Money fen={row.claimedFen} />
          <span className="sub">{t("words.debts", { count: row.debtCount })}</span>
        </span>
      ),
    },
    { key: "since", title: t("cases.stageSince"), render: (row) => <DateText value={row.stageSince} /> },
  ];
  return (
    <DataTable
      caption={t("cases.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowLabel={(row) => t("cases.bulk.select", { number: row.number })}
      {...(selection ? { selection } : {})}
    />
  );
}

/** Why a case has no mediator yet: it is to be accepted, one is to be appointed, or has to declare first. */
function withoutMediator({ stage, accepted, abilities }: CaseSummary) {
  if (stage !== "intake") return "noMediator";
  if (!accepted) return "toAccept";
  return abilities.includes("appoint") ? "toAppoint" : "noMediator";
}
