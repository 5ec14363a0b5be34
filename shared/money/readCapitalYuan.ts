import { capitalYuan } from "./capitalYuan.ts";
import { type Fen, fen } from "./fen.ts";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1_000 };

/**
 * The amount that capital characters state, the inverse of `capitalYuan`; null for anything that function would not have
 * written, so that a text has one reading or none. "壹万贰仟叁佰肆拾伍元陆角整" → 1234560.
 */
export function readCapitalYuan(text: string): Fen | null {
  const [whole, rest] = text.includes("元") ? split(text, "元") : ["", text];
  const yuan = readWhole(whole);
  const cents = readCents(rest.replace(/整$/, ""));
  if (yuan === null || cents === null) return null;
  const amount = yuan * 100 + cents;
  if (!Number.isSafeInteger(amount) || amount > 10_000_000_000_000) return null;
  return capitalYuan(fen(amount)) === text ? fen(amount) : null;
}

function readWhole(text: string): number | null {
  const [hundredMillions, belowThem] = text.includes("亿") ? split(text, "亿") : ["", text];
  const [tenThousands, below] = belowThem.includes("万") ? split(belowThem, "万") : ["", belowThem];
  const parts = [hundredMillions, tenThousands, below].map(readSection);
  return parts.reduce<number | null>(
    (sum, part) => (sum === null || part === null ? null : sum * 10_000 + part),
    0,
  );
}

/** Up to four digits with their places: 贰仟叁佰肆拾伍. */
function readSection(text: string): number | null {
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const place = PLACES[character];
    const figure = DIGITS.indexOf(character);
    if (place !== undefined) {
      sum += digit * place;
      digit = 0;
    } else if (figure >= 0) digit = figure;
    else return null;
  }
  return sum + digit;
}

function readCents(text: string): number | null {
  const match = /^零?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:([壹贰叁肆伍陆柒捌玖])分)?$/.exec(text);
  if (match === null) return null;
  return Math.max(0, DIGITS.indexOf(match[1] ?? "零")) * 10 + Math.max(0, DIGITS.indexOf(match[2] ?? "零"));
}

function split(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return [text.slice(0, place), text.slice(place + 1)];
}
