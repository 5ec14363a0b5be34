import { partsOf } from "../../shared/calendar/localDate.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { shanghaiClockOf } from "../../shared/calendar/shanghai.ts";
import { capitalYuan } from "../../shared/money/capitalYuan.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";

const DIGITS = "零一二三四五六七八九十";

/** 2026-12-01 → 2026年12月1日 */
export function chineseDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/** An ISO instant as Beijing time to the second: 2026年12月1日 09:05:07 */
export function chineseInstant(instant: string): string {
  const at = new Date(instant);
  const { date, hour, minute } = shanghaiClockOf(at);
  return `${chineseDate(date)} ${two(hour)}:${two(minute)}:${two(at.getUTCSeconds())}`;
}

/** 1 → 一 … 99 → 九十九, for clause numbers and copies. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99) throw new RangeError(`not a number from 0 to 99: ${n}`);
  if (n <= 10) return DIGITS.charAt(n);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens === 1 ? "" : DIGITS.charAt(tens)}十${ones === 0 ? "" : DIGITS.charAt(ones)}`;
}

/** 人民币12,345.60元（大写：壹万贰仟叁佰肆拾伍元陆角整） */
export function chineseAmount(fen: Fen): string {
  return `人民币${formatYuan(fen)}元（大写：${capitalYuan(fen)}）`;
}

/** "0.0425" → "4.25" without floating point. */
export function percentOf(rate: string): string {
  const [whole = "0", fraction = ""] = rate.split(".");
  const padded = fraction.padEnd(2, "0");
  const integer = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = padded.slice(2).replace(/0+$/, "");
  return rest === "" ? integer : `${integer}.${rest}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
