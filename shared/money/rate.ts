import { type Fraction, fraction } from "./fraction.ts";

/** A rate as a plain decimal string without sign or exponent: "0.12" is 12 %. At most 10 decimals. */
export type Rate = string;

const PATTERN = /^(0|[1-9]\d{0,5})(\.\d{1,10})?$/;

/** Whether `text` is a rate: digits with an optional fraction, nothing else. */
export function isRate(text: string): boolean;
export function isRate(text: unknown): text is Rate;
export function isRate(text: unknown): boolean {
  return typeof text === "string" && PATTERN.test(text);
}

/** The exact value of a rate. Throws RangeError when `rate` is not one. */
export function rateFraction(rate: Rate): Fraction {
  if (!isRate(rate)) throw new RangeError(`not a rate: ${rate}`);
  const [whole = "0", decimals = ""] = rate.split(".");
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** "0.138" → "13.8%", trailing zeros dropped. Throws RangeError when `rate` is not a rate. */
export function formatRate(rate: Rate): string {
  const { num, den } = rateFraction(rate);
  const scaled = (num * 10n ** 10n) / den;
  const whole = scaled / 10n ** 8n;
  const decimals = (scaled % 10n ** 8n).toString().padStart(8, "0").replace(/0+$/, "");
  return decimals === "" ? `${whole}%` : `${whole}.${decimals}%`;
}
