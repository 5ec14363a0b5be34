import { Client, type Connection, type Submittable } from "pg";

/** Rows a second at which PostgreSQL itself takes the file's bytes into one table of text columns without an index. */
export async function copyFloor(databaseUrl: string, csv: string, rows: number): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const header = csv.slice(0, csv.indexOf("\n")).split(",");
    await client.query(`CREATE TABLE plain (${header.map((_, index) => `c${index} text`).join(", ")})`);
    const from = performance.now();
    const copied = new CopyIn("COPY plain FROM STDIN (FORMAT csv, HEADER)", Buffer.from(csv));
    client.query(copied);
    await copied.done;
    const seconds = (performance.now() - from) / 1000;
    const counted = await client.query<{ count: string }>("SELECT count(*) FROM plain");
    await client.query("DROP TABLE plain");
    if (Number(counted.rows[0]?.count) !== rows) throw new Error("COPY took in another number of rows");
    return rows / seconds;
  } finally {
    await client.end();
  }
}

const CHUNK_BYTES = 64 * 1024;

type CopyConnection = Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void };

/** COPY FROM STDIN by the protocol's own messages: the driver leaves them to whoever submits the query. */
class CopyIn implements Submittable {
  readonly done: Promise<void>;
  readonly #sql: string;
  readonly #bytes: Buffer;
  #resolve: () => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(sql: string, bytes: Buffer) {
    this.#sql = sql;
    this.#bytes = bytes;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: Connection): void {
    connection.query(this.#sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (let at = 0; at < this.#bytes.length; at += CHUNK_BYTES) {
      connection.sendCopyFromChunk(this.#bytes.subarray(at, at + CHUNK_BYTES));
    }
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {
    // The row count is asked of the table itself.
  }

  handleReadyForQuery(): void {
    this.#resolve();
  }

  handleError(error: Error): void {
    this.#reject(error);
  }
}
