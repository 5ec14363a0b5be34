import { Alert, Progress, Steps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import type { ImportStatus } from "../../../shared/intake/importLifecycle.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type Import, removeImport, useImport } from "./api.ts";
import { ImportStatusTag } from "./ImportStatusTag.tsx";
import { MappingForm } from "./MappingForm.tsx";
import { PreviewView } from "./PreviewView.tsx";
import "./imports.css";

export function ImportPage() {
  const { importId = "" } = useParams();
  const theImport = useImport(importId);
  return <Loaded of={theImport}>{(data) => <ImportView theImport={data} />}</Loaded>;
}

function ImportView({ theImport }: { readonly theImport: Import }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useCommand({
    run: (_, key) => removeImport(theImport.id, key),
    done: t("imports.removed"),
    onDone: () => void navigate("/imports"),
  });
  return (
    <>
      <PageHeader
        title={theImport.fileName}
        tags={<ImportStatusTag status={theImport.status} />}
        description={<Link to="/imports">{t("imports.back")}</Link>}
        actions={
          theImport.abilities.includes("delete") && (
            <ConfirmButton
              ask={t("imports.removeAsk")}
              onConfirm={() =>
                remove.mutateAsync().then(
                  () => undefined,
                  () => undefined,
                )
              }
            >
              {t("imports.remove")}
            </ConfirmButton>
          )
        }
      />
      <Progression status={theImport.status} />
      <Body theImport={theImport} />
    </>
  );
}

const STEP_OF: Record<ImportStatus, number> = {
  reading: 1,
  needs_mapping: 1,
  failed: 1,
  previewed: 2,
  importing: 2,
  imported: 4,
};

function Progression({ status }: { readonly status: ImportStatus }) {
  const { t } = useTranslation();
  return (
    <Steps
      className="import-steps"
      size="small"
      current={STEP_OF[status]}
      {...(status === "failed" ? { status: "error" } : {})}
      items={(["upload", "check", "confirm", "done"] as const).map((step) => ({
        title: t(`imports.steps.${step}`),
      }))}
    />
  );
}

function Body({ theImport }: { readonly theImport: Import }) {
  const { t } = useTranslation();
  const [remapping, setRemapping] = useState(false);
  switch (theImport.status) {
    case "reading":
      return (
        <Panel title={t("imports.readingTitle")}>
          <Progress percent={100} status="active" showInfo={false} aria-label={t("imports.readingTitle")} />
          <output className="hint">{t("imports.readingText", { count: theImport.rowsRead })}</output>
        </Panel>
      );
    case "needs_mapping":
      return <MappingForm theImport={theImport} />;
    case "previewed":
      return remapping ? (
        <MappingForm theImport={theImport} onCancel={() => setRemapping(false)} />
      ) : (
        <PreviewView theImport={theImport} onRemap={() => setRemapping(true)} />
      );
    case "importing":
      return <Importing theImport={theImport} />;
    case "imported":
      return <Done theImport={theImport} />;
    case "failed":
      return (
        <Alert
          type="error"
          showIcon
          title={t("imports.failedTitle")}
          description={theImport.failure?.text}
          action={<LinkButton to="/imports">{t("imports.uploadAnother")}</LinkButton>}
        />
      );
  }
}

function Importing({ theImport }: { readonly theImport: Import }) {
  const { t } = useTranslation();
  const { rowsImported: done, rowsGood: all } = theImport;
  return (
    <Panel title={t("imports.importingTitle")}>
      <Progress
        percent={all === 0 ? 0 : Math.floor((100 * done) / all)}
        aria-label={t("imports.importingTitle")}
      />
      <output className="hint">{t("imports.importingText", { done, all })}</output>
    </Panel>
  );
}

function Done({ theImport }: { readonly theImport: Import }) {
  const { t } = useTranslation();
  return (
    <div className="panels">
      <Alert
        type="success"
        showIcon
        title={t("imports.doneTitle")}
        description={
          <>
            {t("imports.doneText", { cases: theImport.casesCreated, rows: theImport.rowsImported })}
            <br />
            {t("imports.nextText")}
          </>
        }
        action={
          <LinkButton to="/cases" primary>
            {t("imports.doneLink")}
          </LinkButton>
        }
      />
      <PreviewView theImport={theImport} />
    </div>
  );
}
