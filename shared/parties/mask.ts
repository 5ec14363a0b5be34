/** The family name and nothing more: `张伟` → `张*`, `欧阳娜娜` → `欧***`. Counts characters, not code units. */
export function maskName(name: string): string {
  const [first = "", ...rest] = name;
  return first + "*".repeat(Math.max(rest.length, 1));
}

/** Enough of a mobile number for its owner to recognise it: `13812345678` → `138****5678`. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return "*".repeat(phone.length);
  return `${phone.slice(0, 3)}${"*".repeat(phone.length - 7)}${phone.slice(-4)}`;
}

/** The region of an identity number and nothing a stranger could prove themselves with: `310101************`. */
export function maskIdNumber(idNumber: string): string {
  return idNumber.slice(0, 6) + "*".repeat(Math.max(idNumber.length - 6, 0));
}

/** Whether `answer` is the end of the identity number; a final X may be small. */
export function isIdLastFour(idNumber: string, answer: string): boolean {
  return idNumber.slice(-4).toUpperCase() === answer.trim().toUpperCase();
}
