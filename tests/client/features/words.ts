import { staffEn } from "../../../client/i18n/staffAreas.en.ts";
import { staffZh } from "../../../client/i18n/staffAreas.zh.ts";
import { texts } from "../../../client/i18n/instance.ts";

/** The staff dictionaries without a page around them. */
export async function speak(language: "zh" | "en"): Promise<void> {
  if (!texts.isInitialized)
    await texts.init({
      lng: language,
      fallbackLng: "zh",
      resources: { zh: { translation: staffZh }, en: { translation: staffEn } },
      interpolation: { escapeValue: false },
    });
  await texts.changeLanguage(language);
}
