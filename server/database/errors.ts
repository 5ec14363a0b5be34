/** The SQLSTATE of a PostgreSQL error, also when TypeORM has wrapped it; undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const driverError: unknown = Reflect.get(error, "driverError");
  const code: unknown = Reflect.get(driverError instanceof Error ? driverError : error, "code");
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Two transactions got in each other's way; running the whole transaction again may well succeed. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === "40001" || state === "40P01";
}
