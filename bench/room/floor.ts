import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "pg";
import { Server } from "socket.io";

/**
 * The least a durable room can do: one statement that counts and writes, then one emit. Nobody is checked, nothing
 * is chained, nothing is answered twice.
 */
export async function startFloor(databaseUrl: string): Promise<{ url: string }> {
  const pool = new Pool({ connectionString: databaseUrl, max: 20 });
  // The database is ended under it when the measurement is over.
  pool.on("error", () => undefined);
  await pool.query(`
    CREATE TABLE floor_room (id text PRIMARY KEY, n bigint NOT NULL DEFAULT 0);
    CREATE TABLE floor_message (room text NOT NULL, n bigint NOT NULL, text text NOT NULL, PRIMARY KEY (room, n))`);
  const server = createServer();
  const io = new Server(server, { serveClient: false });
  io.on("connection", (socket) => {
    socket.on("join", (room: string, done: () => void) => {
      void socket.join(room);
      void pool.query(`INSERT INTO floor_room (id) VALUES ($1) ON CONFLICT DO NOTHING`, [room]).then(done);
    });
    socket.on("say", (room: string, text: string, done: (n: number) => void) => {
      void pool
        .query<{ n: string }>(
          `WITH counted AS (UPDATE floor_room SET n = n + 1 WHERE id = $1 RETURNING n)
           INSERT INTO floor_message SELECT $1, n, $2 FROM counted RETURNING n`,
          [room, text],
        )
        .then(({ rows }) => {
          const n = Number(rows[0]?.n);
          io.to(room).emit("event", { room, n, text });
          done(n);
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
