import { canonicalJson, sha256Hex } from "./canonicalJson.ts";
import type { StatementBasis } from "./statement.ts";
import type { Terms, Waiver } from "./terms.ts";

/** RFC 8785 text of terms; the order of keys and of waivers does not matter, everything else does. */
export function canonicalTerms(terms: Terms): string {
  return canonicalJson({ ...terms, waivers: sortedBy(terms.waivers, waiverKey) });
}

/** The terms hash: SHA-256 of `canonicalTerms`, 64 lower-case hexadecimal digits. */
export function hashTerms(terms: Terms): string {
  return sha256Hex(canonicalTerms(terms));
}

/** SHA-256 of a statement's canonical JSON, whatever the order of its lines; goes into `Terms.statementHash`. */
export function hashStatement(basis: StatementBasis): string {
  const { statementId, asOf } = basis;
  const lines = basis.lines.map(({ debtId, component, fen }) => ({ debtId, component, fen }));
  return sha256Hex(canonicalJson({ statementId, asOf, lines: sortedBy(lines, lineKey) }));
}

function waiverKey(waiver: Waiver): string {
  return canonicalJson([waiver.debtId, waiver.component, waiver.when, waiver.fen]);
}

function lineKey(line: { debtId: string; component: string; fen: number }): string {
  return canonicalJson([line.debtId, line.component, line.fen]);
}

/** By code unit, not by locale: the order must be the same on every machine. */
function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
