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

/** What of a driver's connection a named statement needs. */
type Connection = {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
};

/**
 * Like `rows`, for statements that run all the time: under a name, PostgreSQL parses and plans them once for each
 * connection. The name must stand for this one text for ever.
 */
export async function preparedRows<T>(
  manager: EntityManager,
  name: string,
  sql: string,
  parameters: readonly unknown[],
): Promise<T[]> {
  const { queryRunner } = manager;
  if (queryRunner === undefined)
    throw new Error("preparedRows() needs a manager that is bound to a connection");
  // The connection of the transaction that is open; TypeORM does not know named statements.
  const connection = (await queryRunner.connect()) as Connection;
  const result = await connection.query({ name, text: sql, values: [...parameters] });
  // As in rows().
  return result.rows as T[];
}
