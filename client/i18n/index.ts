import { initReactI18next, useTranslation } from "react-i18next";
import { texts } from "./instance.ts";
import type { Language } from "./language.ts";
import { chosenLanguage, remember } from "./languageChoice.ts";
import type { calculatorZh } from "./calculatorAreas.zh.ts";
import type { staffZh } from "./staffAreas.zh.ts";
import type { borrowerZh } from "./borrowerAreas.zh.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof staffZh & typeof borrowerZh & typeof calculatorZh };
  }
}

/** Chinese comes with the entry; English is fetched when somebody asks for it. */
export interface Dictionaries {
  readonly zh: object;
  readonly en: () => Promise<object>;
}

let english: (() => Promise<object>) | undefined;

export async function startI18n(dictionaries: Dictionaries): Promise<void> {
  english = dictionaries.en;
  await texts.use(initReactI18next).init({
    lng: "zh",
    fallbackLng: "zh",
    resources: { zh: { translation: dictionaries.zh } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  texts.on("languageChanged", markDocument);
  const language = chosenLanguage();
  if (language !== "zh") await changeLanguage(language);
  else markDocument("zh");
}

/** More Chinese words, for pages whose words do not come with the entry. */
export function addChinese(words: object): void {
  texts.addResourceBundle("zh", "translation", words, true, true);
}

export async function changeLanguage(language: Language): Promise<void> {
  if (language === "en" && english && !texts.hasResourceBundle("en", "translation"))
    texts.addResourceBundle("en", "translation", await english());
  remember(language);
  await texts.changeLanguage(language);
}

function markDocument(language: string): void {
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "zh";
}
