/** Per cent as people type it → a share a year: "12.5" → "0.125". What is no percentage stays as it is, to be refused. */
export function shareOf(percent: string): string {
  const found = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(percent.normalize("NFKC").replace(/[\s%]/g, ""));
  if (!found) return percent;
  const digits = (found[1] ?? "").padStart(3, "0");
  const decimals = `${digits.slice(-2)}${found[2] ?? ""}`.replace(/0+$/, "");
  const whole = String(Number(digits.slice(0, -2)));
  return decimals === "" ? whole : `${whole}.${decimals}`;
}

/** A share a year as the per cent a field starts with: "0.0345" → "3.45". */
export function percentText(share: string): string {
  return String(Number((Number(share) * 100).toFixed(6)));
}
