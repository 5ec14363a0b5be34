/**
 * A case number people can read over the phone: year, six-digit serial, and a check digit, as in
 * `2026-0001234` (the last digit is the check). The check is ISO 7064 MOD 11,10 over the ten digits
 * before it, which finds every single wrong digit and nearly every swap of neighbours.
 */
export function caseNumber(year: number, serial: number): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > 999_999)
    throw new RangeError("serial out of range");
  const body = `${year}${String(serial).padStart(6, "0")}`;
  return `${year}-${body.slice(4)}${checkDigit(body)}`;
}

/** True for a well-formed case number whose check digit fits. */
export function isCaseNumber(text: string): boolean {
  const match = /^(\d{4})-(\d{6})(\d)$/.exec(text);
  return match !== null && checkDigit(`${match[1]}${match[2]}`) === match[3];
}

function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}
