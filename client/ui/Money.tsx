import { formatFen } from "../i18n/format.ts";

interface MoneyProps {
  /** Integer fen. */
  readonly fen: number;
  readonly strong?: boolean;
}

export function Money({ fen, strong = false }: MoneyProps) {
  const text = formatFen(fen);
  return strong ? <strong className="money">{text}</strong> : <span className="money">{text}</span>;
}
