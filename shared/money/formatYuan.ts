import { type Fen, fen } from "./fen.ts";

/** 1234560 → "12,345.60"; negative amounts carry a leading "-". No currency sign. */
export function formatYuan(amount: Fen): string {
  const checked = fen(amount);
  const digits = String(Math.abs(checked)).padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${checked < 0 ? "-" : ""}${yuan}.${digits.slice(-2)}`;
}
