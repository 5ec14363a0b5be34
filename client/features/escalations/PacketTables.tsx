import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Hash } from "../../ui/Hash.tsx";
import { Money } from "../../ui/Money.tsx";
import type { Escalation, PacketSummary } from "./api.ts";

type Contract = PacketSummary["contracts"][number];
type ListedExhibit = PacketSummary["exhibits"][number];
type ManifestFile = NonNullable<Escalation["manifest"]>["files"][number];

export function ContractTable({ rows }: { readonly rows: readonly Contract[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Contract>[] = [
    {
      key: "contract",
      title: t("cases.contract"),
      leads: true,
      render: (row) => <strong className="tabular">{row.contractNumber}</strong>,
    },
    { key: "lender", title: t("cases.lender"), render: (row) => row.lender },
    { key: "total", title: t("words.amount"), align: "right", render: (row) => <Money fen={row.totalFen} /> },
    {
      key: "limitation",
      title: t("escalations.limitation"),
      render: (row) =>
        row.limitation === null ? (
          <span className="faint">{t("escalations.limitationUnknown")}</span>
        ) : (
          <DateText value={row.limitation} />
        ),
    },
  ];
  return (
    <DataTable
      caption={t("escalations.contracts")}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.lender} ${row.contractNumber}`}
    />
  );
}

export function ExhibitTable({ rows }: { readonly rows: readonly ListedExhibit[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<ListedExhibit>[] = [
    {
      key: "name",
      title: t("exhibits.name"),
      leads: true,
      render: (row) => (
        <>
          <span className="tabular">{row.number}</span>　{row.name}
        </>
      ),
    },
    {
      key: "pages",
      title: t("escalations.pages"),
      align: "right",
      render: (row) => <span className="tabular">{row.pageCount}</span>,
    },
  ];
  return (
    <DataTable
      caption={t("escalations.exhibitList")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.number}
    />
  );
}

export function FileTable({ rows }: { readonly rows: readonly ManifestFile[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<ManifestFile>[] = [
    { key: "path", title: t("escalations.path"), leads: true, render: (row) => row.path },
    {
      key: "size",
      title: t("escalations.size"),
      align: "right",
      render: (row) => <span className="tabular">{Math.max(1, Math.round(row.size / 1024))} KB</span>,
    },
    { key: "sha256", title: "SHA-256", render: (row) => <Hash value={row.sha256} /> },
  ];
  return (
    <DataTable caption={t("escalations.manifest")} columns={columns} rows={rows} rowKey={(row) => row.path} />
  );
}
