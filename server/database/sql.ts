import type { EntityManager } from "typeorm";

/**
 * Runs one statement and returns its rows. `EntityManager.query` answers `rows` for SELECT and INSERT but
 * `[rows, count]` for UPDATE and DELETE; this answers rows for all of them. `T` is the caller's word for the
 * columns it selected.
 */
export async function rows<T>(
  manager: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<T[]> {
  const { queryRunner } = manager;
  if (queryRunner === undefined) throw new Error("rows() needs a manager that is bound to a connection");
  const result = await queryRunner.query(sql, [...parameters], true);
  // The statement text is the only description of its columns there is.
  return result.records as T[];
}
