import type { Month } from "../../../shared/capacity/capacityOf.ts";
import type { Language } from "../../i18n/language.ts";

const formats: Record<Language, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat("zh-CN", { year: "numeric", month: "long", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "short", timeZone: "UTC" }),
};

const names: Record<Language, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat("zh-CN", { month: "long", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }),
};

/** "2026-12" as people say it: 2026年12月, Dec 2026. */
export function monthText(month: Month, language: Language): string {
  return formats[language].format(new Date(`${month}-01T00:00:00Z`));
}

/** The name of a calendar month, 1 to 12: 5月, May. */
export function calendarMonth(month: number, language: Language): string {
  return names[language].format(new Date(Date.UTC(2000, month - 1, 1)));
}
