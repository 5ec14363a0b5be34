import { formatDate, formatFen } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { lookUp } from "../../i18n/text.ts";
import type { QueueItem } from "./api.ts";

/** The reason in words; figures named `…Fen` read as money, dates as dates. */
export function whyText({ code, params }: QueueItem["why"], language: Language): string | undefined {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === "number" && name.endsWith("Fen")) values[name] = formatFen(value);
    else if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value))
      values[name] = formatDate(value, language);
    else if (name === "report") values[name] = lookUp(`words.report.${String(value)}`) ?? value;
    else values[name] = value;
  }
  return lookUp(`queue.why.${code}`, values);
}
