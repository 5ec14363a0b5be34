/** Yuan as people type them (`1,234.5`, full-width digits too) in integer fen; `undefined` when it is no such amount. */
export function fenOf(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[\s,¥]/g, "");
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** Integer fen as the plain yuan a field starts with: `1234.50`. */
export function yuanText(fen: number): string {
  return `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
}
