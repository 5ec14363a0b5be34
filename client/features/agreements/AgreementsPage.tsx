import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Column, DataTable, type Selection } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { AgreementFilterBar } from "./AgreementFilterBar.tsx";
import { AgreementStatusTag } from "./AgreementStatusTag.tsx";
import { type AgreementRow, documentUrl, useAgreements } from "./api.ts";
import { ArchiveButton } from "./ArchiveButton.tsx";
import { type AgreementFilter, queryOf, useAgreementFilter } from "./filter.ts";

/** So many ids still fit into one request. */
const MAX_CHOSEN = 100;

export function AgreementsPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useAgreementFilter();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const agreements = useAgreements(queryOf(filter));
  const change = (next: AgreementFilter) => {
    setSelected(new Set());
    setFilter(next);
  };
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeader
        title={t("agreements.title")}
        description={t("agreements.intro")}
        actions={
          agreements.data?.some(isSealed) === true && (
            <ArchiveButton
              query={queryOf(filter)}
              label={t(isFiltered ? "agreements.list.archiveFiltered" : "agreements.list.archiveAll")}
            />
          )
        }
      />
      <AgreementFilterBar key={JSON.stringify(filter)} filter={filter} onChange={change} />
      <Loaded of={agreements}>
        {(rows) =>
          rows.length === 0 ? (
            <Panel>
              <NoAgreements filtered={isFiltered} onClear={() => change({})} />
            </Panel>
          ) : (
            <>
              {selected.size > 0 && (
                <ChosenBar
                  chosen={rows.filter((row) => selected.has(row.id))}
                  onClear={() => setSelected(new Set())}
                />
              )}
              <AgreementTable rows={rows} selection={{ selected, onChange: setSelected }} />
              <MoreButton list={agreements} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function isSealed(row: AgreementRow): boolean {
  return row.documentSha256 !== null;
}

function NoAgreements({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation();
  if (!filtered) return <EmptyState title={t("agreements.empty")}>{t("agreements.emptyText")}</EmptyState>;
  return (
    <EmptyState
      title={t("agreements.list.none")}
      action={<Button onClick={onClear}>{t("agreements.list.clear")}</Button>}
    >
      {t("agreements.list.noneText")}
    </EmptyState>
  );
}

/** What can be done with the chosen ones: those in force go into the archive. */
function ChosenBar({
  chosen,
  onClear,
}: {
  readonly chosen: readonly AgreementRow[];
  readonly onClear: () => void;
}) {
  const { t } = useTranslation();
  const sealed = chosen.filter(isSealed);
  const isTooMany = sealed.length > MAX_CHOSEN;
  const counts = { count: chosen.length, sealed: sealed.length };
  return (
    <section className="bulk-bar" aria-label={t("agreements.list.chosen", counts)}>
      <strong aria-live="polite">{t("agreements.list.chosen", counts)}</strong>
      <ArchiveButton
        primary
        disabled={sealed.length === 0 || isTooMany}
        query={{ ids: sealed.map(({ id }) => id).join(",") }}
        label={t("agreements.list.archiveChosen")}
      />
      <Button type="text" onClick={onClear}>
        {t("agreements.list.unchoose")}
      </Button>
      {isTooMany && <span className="faint">{t("agreements.list.tooMany", { max: MAX_CHOSEN })}</span>}
    </section>
  );
}

interface AgreementTableProps {
  readonly rows: readonly AgreementRow[];
  readonly selection: Selection;
}

function AgreementTable({ rows, selection }: AgreementTableProps) {
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
          <span className="sub tabular">{row.contractNumbers.join(" ")}</span>
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
  return (
    <DataTable
      caption={t("agreements.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowLabel={(row) => `${row.number} ${row.borrowerName}`}
      selection={selection}
    />
  );
}
