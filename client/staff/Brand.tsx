import { useTranslation } from "react-i18next";

export function Brand() {
  const { t } = useTranslation();
  return (
    <span className="brand">
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span className="brand-text">
        <strong>Parley</strong>
        <small>{t("staffShell.workspace")}</small>
      </span>
    </span>
  );
}
