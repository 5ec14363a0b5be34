import { Alert, Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type Import, uploadExport, useImports } from "./api.ts";
import { ImportStatusTag } from "./ImportStatusTag.tsx";
import "./imports.css";

export function ImportsPage() {
  const { t } = useTranslation();
  const imports = useImports();
  return (
    <>
      <PageHeader title={t("imports.title")} description={t("imports.intro")} />
      <UploadField />
      <section className="earlier">
        <h2 className="section-title">{t("imports.earlier")}</h2>
        <Loaded of={imports}>
          {(rows) =>
            rows.length === 0 ? (
              <Panel>
                <EmptyState title={t("imports.noneYet")} />
              </Panel>
            ) : (
              <>
                <ImportTable rows={rows} />
                <MoreButton list={imports} />
              </>
            )
          }
        </Loaded>
      </section>
    </>
  );
}

function UploadField() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState(0);
  const [problem, setProblem] = useState<string>();
  const upload = useCommand<File, Import>({
    run: (chosen, idempotencyKey) => uploadExport(chosen, { idempotencyKey, onProgress: setProgress }),
    onDone: ({ id }) => void navigate(`/imports/${id}`),
    onFail: (error) => setProblem(errorText(error)),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    setProblem(undefined);
    setProgress(0);
    upload.mutate(chosen);
  };
  return (
    <div className="upload">
      <FilePicker
        accept=".csv,text/csv"
        title={t("imports.drop")}
        hint={t("imports.dropHint")}
        file={upload.isPending ? file : undefined}
        disabled={upload.isPending}
        onChosen={choose}
      />
      {upload.isPending && (
        <Progress percent={Math.round(progress * 100)} aria-label={t("imports.uploading")} />
      )}
      {problem !== undefined && <Alert type="error" showIcon title={problem} role="alert" />}
    </div>
  );
}

function ImportTable({ rows }: { readonly rows: readonly Import[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Import>[] = [
    {
      key: "file",
      title: t("imports.file"),
      leads: true,
      render: (row) => (
        <Link to={`/imports/${row.id}`}>
          <strong>{row.fileName}</strong>
        </Link>
      ),
    },
    { key: "status", title: t("words.status"), render: (row) => <ImportStatusTag status={row.status} /> },
    {
      key: "rows",
      title: t("imports.rows"),
      align: "right",
      render: (row) => <span className="tabular">{row.rowsRead}</span>,
    },
    {
      key: "result",
      title: t("imports.result"),
      render: (row) => (
        <span>
          {row.status === "imported" && t("imports.resultCases", { count: row.casesCreated })}
          {row.rowsFaulty > 0 && (
            <span className="sub">{t("imports.faultyRows", { count: row.rowsFaulty })}</span>
          )}
        </span>
      ),
    },
    {
      key: "when",
      title: t("imports.when"),
      render: (row) => <DateText value={row.createdAt} precision="minute" />,
    },
  ];
  return <DataTable caption={t("imports.earlier")} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
