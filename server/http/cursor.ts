import { Refusal } from "../../shared/api/refusal.ts";

/** A place in a list ordered by a time and an id: the next page begins after it. */
export type Cursor = { at: Date; id: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}

/** Throws a refusal for anything `writeCursor` did not write. */
export function readCursor(text: string): Cursor {
  const [at = "", id = ""] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  const time = new Date(at);
  if (Number.isNaN(time.getTime()) || !UUID.test(id)) {
    throw new Refusal("validation_failed", "this is not a cursor of this list", {
      errors: [{ pointer: "/query/cursor", code: "cursor.unknown", detail: "take it from `next` as it is" }],
    });
  }
  return { at: time, id };
}

/** One page out of `limit + 1` rows that were read: the extra row only says that there is more. */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  place: (row: T) => Cursor,
): { page: T[]; next: string | null } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, next: found.length > limit && last !== undefined ? writeCursor(place(last)) : null };
}
