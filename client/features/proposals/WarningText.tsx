import { useTranslation } from "react-i18next";

/** The warning `proposal-warning-1`; another wording needs another id in shared/proposals/proposalView.ts. */
export function WarningText({ left, limit }: { readonly left: number; readonly limit: number }) {
  const { t } = useTranslation();
  return (
    <ul className="proposal-warning">
      <li>{t("proposals.warning.sealed")}</li>
      <li>{t("proposals.warning.deadline")}</li>
      <li>{t("proposals.warning.joint")}</li>
      <li>
        <strong>{t("proposals.warning.honest")}</strong>
      </li>
      <li>
        {t("proposals.noOther")} {t("proposals.roundsLeft", { left, limit })}
      </li>
    </ul>
  );
}
