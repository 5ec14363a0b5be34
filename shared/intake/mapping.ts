import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { FIELDS, FIELD_NAMES, type Field } from "./fields.ts";
import {
  fieldOfHeader,
  fieldsSuggestedBy,
  isReasonsHeader,
  isThirdPersonHeader,
  normaliseHeader,
} from "./headers.ts";

/** What a person decided about a layout: header text → field, or "ignore". Remembered under `headerFingerprint`. */
export type ColumnMapping = Readonly<Record<string, Field | "ignore">>;

/** Why a column is not imported. */
export type IgnoredColumn = {
  header: string;
  index: number;
  reason: "third_person" | "reasons_column" | "by_choice";
};

/** A column nobody has placed yet, with the fields it may be. */
export type UnrecognisedColumn = { header: string; suggestions: readonly Field[] };

/** One field claimed by several columns; none of them is read until a person says which. */
export type ColumnConflict = { field: Field; headers: string[] };

/** Where each field stands in a row. */
export type FieldColumns = Readonly<Partial<Record<Field, number>>>;

export type RecognisedColumns = {
  headers: readonly string[];
  mapping: FieldColumns;
  unrecognised: UnrecognisedColumn[];
  ignored: IgnoredColumn[];
  conflicts: ColumnConflict[];
  /** Required fields without a column: nothing can be imported while this is not empty. */
  missing: Field[];
};

type Claim = { field: Field; index: number };

/**
 * Finds out which column carries which field. What a person chose (`saved`) goes before what the header text says;
 * a column about a third person is left out whatever was chosen. Never throws; what is not certain is reported.
 */
export function recogniseColumns(headers: readonly string[], saved: ColumnMapping = {}): RecognisedColumns {
  const choices = new Map(Object.entries(saved).map(([header, target]) => [normaliseHeader(header), target]));
  const chosenFields = new Set(
    headers.flatMap((header) => {
      const normalised = normaliseHeader(header);
      return isThirdPersonHeader(normalised) ? [] : [choices.get(normalised)];
    }),
  );
  const claims: Claim[] = [];
  const ignored: IgnoredColumn[] = [];
  const unrecognised: UnrecognisedColumn[] = [];

  for (const [index, header] of headers.entries()) {
    const normalised = normaliseHeader(header);
    if (normalised === "") continue;
    const choice = choices.get(normalised);
    const named = fieldOfHeader(normalised);
    if (isThirdPersonHeader(normalised)) ignored.push({ header, index, reason: "third_person" });
    else if (choice === "ignore") ignored.push({ header, index, reason: "by_choice" });
    else if (choice !== undefined) claims.push({ field: choice, index });
    else if (isReasonsHeader(normalised)) ignored.push({ header, index, reason: "reasons_column" });
    else if (named !== null && !chosenFields.has(named)) claims.push({ field: named, index });
    else unrecognised.push({ header, suggestions: fieldsSuggestedBy(normalised) });
  }

  const { mapping, conflicts } = settle(headers, claims);
  const missing = FIELD_NAMES.filter((field) => FIELDS[field].required && mapping[field] === undefined);
  return { headers, mapping, unrecognised, ignored, conflicts, missing };
}

function settle(headers: readonly string[], claims: readonly Claim[]) {
  const mapping: Partial<Record<Field, number>> = {};
  const conflicts: ColumnConflict[] = [];
  for (const field of FIELD_NAMES) {
    const claimants = claims.filter((claim) => claim.field === field);
    const [only] = claimants;
    if (only === undefined) continue;
    if (claimants.length === 1) mapping[field] = only.index;
    else conflicts.push({ field, headers: claimants.map(({ index }) => headers[index] ?? "") });
  }
  return { mapping, conflicts };
}

/**
 * What identifies a layout: SHA-256 (hex) over the sorted normalised headers, so that the same columns in another
 * order are still the layout a person has mapped before.
 */
export function headerFingerprint(headers: readonly string[]): string {
  const sorted = headers.map(normaliseHeader).sort();
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(sorted))));
}

/** A row's cells with third persons' values blanked; what is kept or handed back of a row goes through here. */
export function withoutThirdPersons(cells: readonly string[], columns: RecognisedColumns): string[] {
  const hidden = new Set(
    columns.ignored.filter(({ reason }) => reason === "third_person").map(({ index }) => index),
  );
  return cells.map((cell, index) => (hidden.has(index) ? "" : cell));
}
