export type RemainingUnit = "days" | "hours" | "minutes" | "seconds";

const SECONDS: readonly (readonly [RemainingUnit, number])[] = [
  ["days", 86_400],
  ["hours", 3_600],
  ["minutes", 60],
  ["seconds", 1],
];

/** The coarsest unit that says something about the time left, rounded down; `undefined` once it has passed. */
export function remaining(
  untilMs: number,
  nowMs: number,
): { unit: RemainingUnit; count: number } | undefined {
  const seconds = Math.floor((untilMs - nowMs) / 1000);
  if (seconds < 0) return undefined;
  for (const [unit, size] of SECONDS) if (seconds >= size) return { unit, count: Math.floor(seconds / size) };
  return { unit: "seconds", count: 0 };
}
