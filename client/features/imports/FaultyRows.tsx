import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { fieldLabel } from "../../../shared/intake/fields.ts";
import { useLanguage } from "../../i18n/index.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { faultyCsvUrl, type Import, type ImportRow, useFaultyRows } from "./api.ts";

type Problem = ImportRow["problems"][number] & { readonly line: number };

/** Every faulty value with where it stands, what it is, and why it is refused. */
export function FaultyRows({ theImport }: { readonly theImport: Import }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useFaultyRows(theImport.id, "faulty");
  const columns: readonly Column<Problem>[] = [
    {
      key: "line",
      title: t("imports.line"),
      leads: true,
      render: (row) => <span className="tabular">{row.line}</span>,
    },
    {
      key: "column",
      title: t("imports.column"),
      render: (row) => row.header || (row.field === null ? "" : fieldLabel(row.field, language)),
    },
    {
      key: "value",
      title: t("imports.value"),
      render: (row) =>
        row.value === "" ? (
          <span className="faint">{t("imports.emptyValue")}</span>
        ) : (
          <code className="cell-value">{row.value}</code>
        ),
    },
    { key: "problem", title: t("imports.problem"), render: (row) => row.text },
  ];
  return (
    <section>
      <div className="section-head">
        <h2 className="section-title">{t("imports.faultyRows", { count: theImport.rowsFaulty })}</h2>
        {theImport.abilities.includes("download_faulty") && (
          <Button href={faultyCsvUrl(theImport.id, language)}>{t("imports.faultyDownload")}</Button>
        )}
      </div>
      <p className="hint">{t("imports.faultyText")}</p>
      <Loaded of={list}>
        {(rows) => (
          <>
            <DataTable
              caption={t("imports.faultyRows", { count: theImport.rowsFaulty })}
              columns={columns}
              rows={rows.flatMap(({ line, problems }) => problems.map((problem) => ({ ...problem, line })))}
              rowKey={(row) => `${row.line} ${row.field ?? row.header} ${row.code}`}
            />
            <MoreButton list={list} />
          </>
        )}
      </Loaded>
    </section>
  );
}
