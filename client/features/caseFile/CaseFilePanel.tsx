import { Alert, Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { lookUp } from "../../i18n/text.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { makeMediationFile, mediationFileUrl, useMediationFile } from "./api.ts";

/** The mediation file: made when asked for, for the mediator and the centre. */
export function CaseFilePanel({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const file = useMediationFile(caseId);
  const make = useCommand({
    run: (_, key) => makeMediationFile(caseId, key),
    done: t("caseFile.started"),
  });
  const state = file.data;
  const making = state?.latest?.status === "composing";
  return (
    <Panel
      title={t("caseFile.title")}
      actions={
        <Button loading={make.isPending} disabled={making || !state} onClick={() => make.mutate()}>
          {t(state?.ready ? "caseFile.makeAgain" : "caseFile.make")}
        </Button>
      }
    >
      <p className="hint">{t("caseFile.intro")}</p>
      <Loaded of={file}>
        {({ latest, ready }) => (
          <div aria-live="polite">
            {latest?.status === "composing" && (
              <>
                <p>
                  {latest.total === 0
                    ? t("caseFile.waiting")
                    : t("caseFile.making", { done: latest.done, total: latest.total })}
                </p>
                <Progress
                  percent={latest.total === 0 ? 0 : Math.floor((100 * latest.done) / latest.total)}
                  aria-label={t("caseFile.title")}
                />
              </>
            )}
            {latest?.status === "failed" && (
              <Alert
                type="error"
                showIcon
                title={t("caseFile.failed")}
                description={
                  lookUp(`caseFile.failure.${latest.failure?.code ?? ""}`, { ...latest.failure?.params }) ??
                  t("caseFile.failure.document_failed")
                }
              />
            )}
            {ready?.finishedAt && (
              <div className="button-row">
                <Button href={mediationFileUrl(caseId)}>{t("caseFile.download")}</Button>
                <span className="faint">
                  {t("caseFile.madeOn")} <DateText value={ready.finishedAt} precision="minute" />
                  {ready.pageCount !== null && ` · ${t("caseFile.pages", { count: ready.pageCount })}`}
                </span>
              </div>
            )}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
