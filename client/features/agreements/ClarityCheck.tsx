import { CheckCircleOutlined, ExclamationCircleOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import type { ClarityLine } from "./api.ts";

/** What a court would look at, checked before the mediator hands the text to the parties. */
export function ClarityCheck({ lines }: { readonly lines: readonly ClarityLine[] }) {
  const { t } = useTranslation();
  const faults = lines.reduce((sum, line) => sum + line.faults.length, 0);
  return (
    <Panel
      title={t("clarity.title")}
      actions={
        <ToneTag tone={faults === 0 ? "good" : "bad"}>
          {faults === 0 ? t("clarity.allClear") : t("clarity.faults", { count: faults })}
        </ToneTag>
      }
    >
      <p className="hint">{t("clarity.intro")}</p>
      <ul className="clarity">
        {lines.map(({ item, faults: found }) => (
          <li key={item}>
            {found.length === 0 ? (
              <CheckCircleOutlined className="clarity-good" />
            ) : (
              <ExclamationCircleOutlined className="clarity-bad" />
            )}
            <div>
              {t(`clarity.item.${item}`)}
              {found.map(({ field, detail }) => (
                <span key={field + (detail ?? "")} className="sub">
                  {field} {detail}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
