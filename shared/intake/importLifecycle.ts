/**
 * `reading` the rows are being read and judged · `needs_mapping` somebody must say which column is which ·
 * `previewed` everything is read and waits for a person's yes · `importing` cases are being opened ·
 * `imported` done · `failed` the file as a whole cannot be read.
 */
export const IMPORT_STATUSES = [
  "reading",
  "needs_mapping",
  "previewed",
  "importing",
  "imported",
  "failed",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What people (map, confirm, remove) and the background work (the rest) do to an import. */
export const IMPORT_COMMANDS = [
  "map",
  "confirm",
  "remove",
  "ask_mapping",
  "finish_reading",
  "finish_importing",
  "fail",
] as const;
export type ImportCommand = (typeof IMPORT_COMMANDS)[number];

type Row = Record<ImportCommand, ImportStatus | "removed" | null>;

/** The whole lifecycle: the next status, or null where the command is refused. */
export const IMPORT_TRANSITIONS: Record<ImportStatus, Row> = {
  reading: row({
    remove: "removed",
    ask_mapping: "needs_mapping",
    finish_reading: "previewed",
    fail: "failed",
  }),
  needs_mapping: row({ map: "reading", remove: "removed" }),
  previewed: row({ map: "reading", confirm: "importing", remove: "removed" }),
  importing: row({ finish_importing: "imported" }),
  imported: row({}),
  failed: row({ remove: "removed" }),
};

function row(legal: Partial<Row>): Row {
  return {
    map: null,
    confirm: null,
    remove: null,
    ask_mapping: null,
    finish_reading: null,
    finish_importing: null,
    fail: null,
    ...legal,
  };
}

export type ImportDecision =
  { ok: true; to: ImportStatus | "removed" } | { ok: false; code: "already_done" | "stage_forbids" };

/** Decide one command; a second yes to the same import says that it is done. */
export function decideImport(status: ImportStatus, command: ImportCommand): ImportDecision {
  const to = IMPORT_TRANSITIONS[status][command];
  if (to !== null) return { ok: true, to };
  const done = command === "confirm" && (status === "importing" || status === "imported");
  return { ok: false, code: done ? "already_done" : "stage_forbids" };
}
