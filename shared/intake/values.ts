import { Decimal } from "decimal.js";
import { isLocalDate, type LocalDate } from "../calendar/localDate.ts";
import type { LenderType } from "../law/lenderType.ts";
import { fen, type Fen } from "../money/fen.ts";
import type { Rate } from "../money/rate.ts";
import { refuse, value, type ReadValue } from "./readValue.ts";

/** The largest amount one cell may hold, in fen: 10 000 000 000 yuan. Beyond it a slipped decimal point is certain. */
export const MAX_AMOUNT_FEN = 1_000_000_000_000;

const SCIENTIFIC = /^\d(\.\d+)?e\+?\d+$/iu;

/** Full-width forms made plain, outer spaces gone. Not for names: it would rewrite rare characters. */
function plain(text: string): string {
  return text.normalize("NFKC").replaceAll(/[−–—]/gu, "-").trim();
}

/**
 * Yuan as people write them → whole fen. Reads `￥12,345.60`, `12345.6`, `１２，３４５元`; refuses a negative amount,
 * commas that do not stand every three digits, more than two decimals, and anything that is not a number.
 */
export function readMoney(text: string): ReadValue<Fen> {
  const bare = plain(text)
    .replace(/^(-?)\s*(¥|CNY|RMB|人民币)\s*/iu, "$1")
    .replace(/\s*(元|圆)$/u, "");
  if (/^(-[^-]*\d.*|\(.*\d.*\))$/u.test(bare)) return refuse("money_negative");
  if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/u.test(bare)) return refuse("money_format");
  const [whole = "", decimals = ""] = bare.replaceAll(",", "").split(".");
  if (decimals.length > 2) return refuse("money_decimals");
  const amount = Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
  if (amount > MAX_AMOUNT_FEN) return refuse("money_too_large", { maxYuan: MAX_AMOUNT_FEN / 100 });
  return value(fen(amount));
}

const DATE_FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/u,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/u,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/u,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
];

/**
 * A date in one of the forms whose order of year, month and day is beyond doubt → `YYYY-MM-DD`. A time of midnight
 * behind it is what databases add and is dropped. Refuses other forms, and dates the calendar does not have.
 */
export function readDate(text: string): ReadValue<LocalDate> {
  const bare = plain(text).replace(/[ T]0{1,2}:00(:00(\.0+)?)?$/u, "");
  for (const form of DATE_FORMS) {
    const match = form.exec(bare);
    if (match === null) continue;
    const [, year = "", month = "", day = ""] = match;
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return isLocalDate(date) ? value(date) : refuse("date_not_real");
  }
  return refuse("date_format");
}

/** A mainland mobile number → its 11 digits. Country code, spaces, hyphens and brackets are understood. */
export function readPhone(text: string): ReadValue<string> {
  const bare = plain(text);
  if (SCIENTIFIC.test(bare)) return refuse("digits_lost");
  const digits = bare.replaceAll(/[\s\-()]/gu, "").replace(/^(\+86|0086|86(?=\d{11}$))/u, "");
  if (!/^\d+$/u.test(digits)) return refuse("phone_format");
  if (digits.length !== 11) return refuse("phone_length", { digits: digits.length });
  return /^1[3-9]/u.test(digits) ? value(digits) : refuse("phone_format");
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * The check character over the first 17 digits of a citizen identity number (GB 11643-1999, ISO 7064 MOD 11-2).
 */
export function idCheckCharacter(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return "10X98765432".charAt(sum % 11);
}

/**
 * An 18-character citizen identity number with upper-case X. Refuses the 15-digit numbers withdrawn in 2013, a birth
 * date that does not exist, and a wrong check character.
 */
export function readIdNumber(text: string): ReadValue<string> {
  const id = plain(text).replaceAll(/\s/gu, "").toUpperCase();
  if (SCIENTIFIC.test(id)) return refuse("digits_lost");
  if (/^\d{15}$/u.test(id)) return refuse("id_old_format");
  if (!/^\d{17}[\dX]$/u.test(id)) return refuse("id_format", { characters: id.length });
  if (!isLocalDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`))
    return refuse("id_birth_date");
  return idCheckCharacter(id.slice(0, 17)) === id.charAt(17) ? value(id) : refuse("id_checksum");
}

/** A percentage from 0 to 100 with at most four decimals → a decimal fraction: `12.78` and `12.78%` become `0.1278`. */
export function readPercent(text: string): ReadValue<Rate> {
  const bare = plain(text).replace(/\s*%$/u, "");
  if (!/^-?\d{1,9}(\.\d{1,4})?$/u.test(bare)) return refuse("percent_format");
  const percent = new Decimal(bare);
  if (percent.isNegative() || percent.greaterThan(100)) return refuse("percent_range");
  return value(percent.div(100).toFixed());
}

/** A whole number of terms, 1 to 600. */
export function readCount(text: string): ReadValue<number> {
  const bare = plain(text).replace(/(期|个月)$/u, "");
  if (!/^\d{1,3}$/u.test(bare)) return refuse("count_format");
  const count = Number(bare);
  return count >= 1 && count <= 600 ? value(count) : refuse("count_range", { max: 600 });
}

const LENDER_TYPES: Readonly<Record<string, LenderType>> = {
  商业银行: "bank",
  银行: "bank",
  bank: "bank",
  消费金融公司: "consumer_finance",
  消费金融: "consumer_finance",
  consumer_finance: "consumer_finance",
  小额贷款公司: "microloan",
  小贷公司: "microloan",
  小额贷款: "microloan",
  microloan: "microloan",
  其他: "private",
  民间: "private",
  民间借贷: "private",
  private: "private",
};

/** The kind of lender, which decides the law that caps its charges. Anything not named here is refused. */
export function readLenderType(text: string): ReadValue<LenderType> {
  const key = plain(text).toLowerCase();
  const type = Object.hasOwn(LENDER_TYPES, key) ? LENDER_TYPES[key] : undefined;
  return type === undefined ? refuse("lender_type_unknown") : value(type);
}
