import { Spin } from "antd";
import { useTranslation } from "react-i18next";
import "./states.css";

export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="state" role="status" aria-live="polite">
      <Spin />
      <p className="state-text">{t("common.loading")}</p>
    </div>
  );
}
