import { useTranslation } from "react-i18next";
import { changeLanguage, useLanguage } from "../i18n/index.ts";
import "./language.css";

/** Shows the other language in its own words; both entries use it. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const other = useLanguage() === "zh" ? "en" : "zh";
  const name = other === "en" ? t("common.english") : t("common.chinese");
  return (
    <button
      type="button"
      className="language-switch"
      lang={other === "en" ? "en" : "zh-CN"}
      onClick={() => void changeLanguage(other)}
    >
      {name}
    </button>
  );
}
