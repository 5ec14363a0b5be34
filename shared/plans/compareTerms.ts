import { canonicalJson } from "./canonicalJson.ts";
import { agreedPayments } from "./paymentPolicies.ts";
import type { Terms, Waiver } from "./terms.ts";

/**
 * JSON pointers to the fields of `b` in which it differs from `a`: what a counter-offer marks as changed. A waiver that is
 * new or changed is its index in `b`, one that is gone is "/waivers"; their order does not matter. `schedule.every` is one field, as are the lists.
 * A payment policy left out is the same as its first choice said aloud.
 */
export function compareTerms(a: Terms, b: Terms): string[] {
  const { waivers: before, ...restOfA } = { ...a, payments: agreedPayments(a) };
  const { waivers: after, ...restOfB } = { ...b, payments: agreedPayments(b) };
  return [...differences("", restOfA, restOfB), ...waiverDifferences(before, after)];
}

function waiverDifferences(before: readonly Waiver[], after: readonly Waiver[]): string[] {
  const old = before.map(canonicalJson);
  const changed = after.flatMap((waiver, index) => {
    const at = old.indexOf(canonicalJson(waiver));
    if (at < 0) return [`/waivers/${index}`];
    old.splice(at, 1);
    return [];
  });
  return old.length > changed.length ? ["/waivers", ...changed] : changed;
}

/** Fields that are one choice for a reader although they are objects. */
const WHOLE = new Set(
  ["every", "steps", "dueDates", "weights", "rateSteps"].map((field) => `/schedule/${field}`),
);

function differences(pointer: string, a: unknown, b: unknown): string[] {
  if (!isObject(a) || !isObject(b) || WHOLE.has(pointer)) return same(a, b) ? [] : [pointer];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => differences(`${pointer}/${escape(key)}`, a[key], b[key]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (isObject(a) && isObject(b) && canonicalJson(a) === canonicalJson(b));
}

function escape(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
