import { type Fen, fen } from "./fen.ts";

const DIGITS = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"] as const;
const PLACES = ["", "拾", "佰", "仟"] as const;
const SECTIONS = ["", "万", "亿"] as const;
const LARGEST = 10_000_000_000_000;

/**
 * An amount in capital characters (人民币大写) as 支付结算办法 附一 asks: one 零 for any run of inner zeros, 零 before a lone
 * 分, and 整 unless there are 分. 1234560 → "壹万贰仟叁佰肆拾伍元陆角整". Throws RangeError below 0 or above 10^13 fen.
 */
export function capitalYuan(amount: Fen): string {
  const checked = fen(amount);
  if (checked < 0 || checked > LARGEST) throw new RangeError(`outside 0 to 10^13 fen: ${amount}`);
  const cents = checked % 100;
  const yuan = (checked - cents) / 100;
  if (checked === 0) return "零元整";
  return (yuan > 0 ? `${capitalWhole(yuan)}元` : "") + capitalCents(cents, yuan > 0);
}

function capitalCents(cents: number, hasYuan: boolean): string {
  const jiao = Math.floor(cents / 10);
  const rest = cents % 10;
  if (cents === 0) return "整";
  const jiaoText = jiao > 0 ? `${digit(jiao)}角` : hasYuan ? "零" : "";
  return jiaoText + (rest > 0 ? `${digit(rest)}分` : "整");
}

/** Writes the number in sections of four digits; a gap before a section's first digit is one 零. */
function capitalWhole(yuan: number): string {
  let text = "";
  let gap = false;
  for (let section = SECTIONS.length - 1; section >= 0; section -= 1) {
    const value = Math.floor(yuan / 10_000 ** section) % 10_000;
    if (value === 0) {
      gap = text !== "";
      continue;
    }
    if (text !== "" && (gap || value < 1_000)) text += DIGITS[0];
    text += capitalSection(value) + (SECTIONS[section] ?? "");
    gap = false;
  }
  return text;
}

function capitalSection(value: number): string {
  let text = "";
  let gap = false;
  for (let place = PLACES.length - 1; place >= 0; place -= 1) {
    const figure = Math.floor(value / 10 ** place) % 10;
    if (figure === 0) {
      gap = text !== "";
      continue;
    }
    text += (gap ? DIGITS[0] : "") + digit(figure) + (PLACES[place] ?? "");
    gap = false;
  }
  return text;
}

function digit(figure: number): string {
  return DIGITS[figure] ?? "";
}
