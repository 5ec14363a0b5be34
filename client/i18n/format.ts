import type { Language } from "./language.ts";

const ZONE = "Asia/Shanghai";

/** Integer fen as yuan with grouping and two decimals, `¥12,345.60`; a true minus sign before the currency. */
export function formatFen(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  const cents = String(Math.abs(fen) % 100).padStart(2, "0");
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "\u2212" : ""}¥${grouped}.${cents}`;
}

const locales: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };
const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(
  language: Language,
  kind: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = `${language} ${kind}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], { timeZone: ZONE, ...options });
    formats.set(name, format);
  }
  return format;
}

/** A calendar date (`YYYY-MM-DD`) or the Shanghai day of an instant: 2026年3月5日, 5 Mar 2026. */
export function formatDate(value: string | Date, language: Language): string {
  return formatter(language, "date", {
    year: "numeric",
    month: language === "en" ? "short" : "long",
    day: "numeric",
  }).format(instantOf(value));
}

/** An instant on Shanghai's clock to the minute. */
export function formatDateTime(value: string | Date, language: Language): string {
  return formatter(language, "minute", {
    year: "numeric",
    month: language === "en" ? "short" : "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(instantOf(value));
}

/** Hour and minute only, for a line of conversation. */
export function formatTime(value: string | Date, language: Language): string {
  return formatter(language, "time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    instantOf(value),
  );
}

/** The day of the week on Shanghai's calendar: 周三, Wed. */
export function formatWeekday(value: string | Date, language: Language): string {
  return formatter(language, "weekday", { weekday: "short" }).format(instantOf(value));
}

/** A plain date means noon in Shanghai, so that no reader's own zone can move it to a neighbouring day. */
function instantOf(value: string | Date): Date {
  if (value instanceof Date) return value;
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00+08:00` : value);
}

/** A computed yearly cost to two decimals: what dividing into fen leaves in the fourth is nobody's rate. */
export function formatCost(rate: string): string {
  return `${Number((Number(rate) * 100).toFixed(2))}%`;
}

/** A decimal-string rate as a percentage without trailing zeros: `0.1278` → 12.78%. */
export function formatRate(rate: string): string {
  return `${Number((Number(rate) * 100).toFixed(4))}%`;
}
