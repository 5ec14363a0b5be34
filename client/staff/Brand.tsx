import { useTranslation } from "react-i18next";

export function Brand() {
  const { t } = useTranslation();
  return (
    <span className="brand">
      <img src="/icon.svg" alt="" width={28} height={28} />
      <span>{t("staffShell.workspace")}</span>
    </span>
  );
}
