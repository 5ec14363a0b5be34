import { useTranslation } from "react-i18next";
import { formatDate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Panel } from "../../ui/Panel.tsx";
import type { TemplateVersion } from "./api.ts";
import { CLAUSE_NAMES } from "./clauseNames.ts";

/** Every version the centre entered, the newest first. */
export function VersionHistory({ history }: { readonly history: readonly TemplateVersion[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel title={t("templates.history")}>
      {history.length === 0 ? (
        <EmptyState title={t("templates.historyEmpty")} />
      ) : (
        <ul className="template-history">
          {history.map(({ version, from, setBy, note, changed }) => (
            <li key={version}>
              <strong>{t("templates.version", { version })}</strong>{" "}
              <span className="faint">
                {t("templates.historyLine", { from: formatDate(from, language), by: setBy })}
              </span>
              <p>{note}</p>
              <p className="faint">{changed.map((key) => CLAUSE_NAMES[language][key]).join(" · ")}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
