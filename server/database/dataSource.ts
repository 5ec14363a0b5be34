import "reflect-metadata";
import { DataSource } from "typeorm";
import { migrations } from "../../migrations/index.ts";
import type { Log } from "../log.ts";

type EntityClass = abstract new (...args: never[]) => object;

export interface DataSourceOptions {
  readonly entities: readonly EntityClass[];
  /** Connections at most; further requests wait for one, 10 s at most. */
  readonly poolSize: number;
  readonly log: Log;
}

const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** The connection pool and entity map. Nothing changes the schema but the migrations in `migrations/`. */
export function createDataSource(url: string, options: DataSourceOptions): DataSource {
  return new DataSource({
    type: "postgres",
    url,
    entities: [...options.entities],
    migrations,
    migrationsTableName: "migration",
    migrationsTransactionMode: "each",
    synchronize: false,
    logging: false,
    poolSize: options.poolSize,
    applicationName: "parley",
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    // Without a listener an idle connection that PostgreSQL closes would end the process.
    poolErrorHandler: (error: unknown) =>
      options.log.warn({ err: error }, "an idle database connection was lost"),
    extra: {
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      keepAlive: true,
    },
  });
}
