import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { lookUp } from "../../i18n/text.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { confirmImport, type Import, type Preview, usePreview } from "./api.ts";
import { FaultyRows } from "./FaultyRows.tsx";
import { SampleCases } from "./SampleCases.tsx";

interface PreviewViewProps {
  readonly theImport: Import;
  readonly onRemap?: () => void;
}

/** What an import comes to before anything is created, and, read again later, what it came to. */
export function PreviewView({ theImport, onRemap }: PreviewViewProps) {
  const preview = usePreview(theImport.id);
  return (
    <Loaded of={preview}>
      {(data) => (
        <div className="panels">
          {theImport.status === "previewed" && (
            <Summary theImport={theImport} preview={data} {...(onRemap ? { onRemap } : {})} />
          )}
          {theImport.rowsFaulty > 0 && <FaultyRows theImport={theImport} />}
          {theImport.status === "previewed" && data.samples.length > 0 && (
            <SampleCases samples={data.samples} />
          )}
          {data.notImported.length > 0 && <LeftOut columns={data.notImported} />}
        </div>
      )}
    </Loaded>
  );
}

function Summary({ theImport, preview, onRemap }: PreviewViewProps & { readonly preview: Preview }) {
  const { t } = useTranslation();
  const confirm = useCommand({ run: (_, key) => confirmImport(theImport.id, key) });
  const { rowsGood, rowsKnown, abilities } = theImport;
  return (
    <Panel title={t("imports.previewTitle")}>
      <dl className="figures preview-figures">
        <div>
          <dt>{t("imports.previewCases")}</dt>
          <dd className="tabular">{preview.cases}</dd>
        </div>
        <div>
          <dt>{t("imports.previewDebts")}</dt>
          <dd className="tabular">{preview.debts}</dd>
        </div>
        <div>
          <dt>{t("imports.previewTotal")}</dt>
          <dd>
            <Money fen={preview.totals.totalFen} />
          </dd>
        </div>
      </dl>
      {(preview.joiningCases ?? 0) > 0 && (
        <p className="hint">{t("imports.joining", { count: preview.joiningCases ?? 0 })}</p>
      )}
      {rowsKnown > 0 && <p className="hint">{t("imports.knownRows", { count: rowsKnown })}</p>}
      <div className="button-row">
        {abilities.includes("confirm") ? (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t("imports.confirm", { count: rowsGood })}
          </Button>
        ) : (
          <Alert type="info" showIcon title={t("imports.confirmNothing")} />
        )}
        {onRemap && abilities.includes("map") && <Button onClick={onRemap}>{t("imports.remap")}</Button>}
      </div>
    </Panel>
  );
}

function LeftOut({ columns }: { readonly columns: Preview["notImported"] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("imports.notImported")}>
      <ul className="left-out">
        {columns.map(({ header, reason }) => (
          <li key={header}>
            <strong>{header}</strong>
            <span>{lookUp(`imports.notImportedReason.${reason}`) ?? reason}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
