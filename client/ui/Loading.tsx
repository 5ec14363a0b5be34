import { Spin } from "antd";
import { useTranslation } from "react-i18next";
import "./states.css";

export function Loading() {
  const { t } = useTranslation();
  return (
    <output className="state">
      <Spin />
      <span className="state-text">{t("common.loading")}</span>
    </output>
  );
}
