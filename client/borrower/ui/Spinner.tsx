import { useTranslation } from "react-i18next";

export function Spinner() {
  const { t } = useTranslation();
  return (
    <output className="b-loading">
      <span className="b-spin" aria-hidden="true" />
      {t("common.loading")}
    </output>
  );
}
