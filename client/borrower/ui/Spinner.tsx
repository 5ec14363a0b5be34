import { useTranslation } from "react-i18next";

export function Spinner() {
  const { t } = useTranslation();
  return (
    <div className="b-loading" role="status">
      <span className="b-spin" aria-hidden="true" />
      {t("common.loading")}
    </div>
  );
}
