import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { GROUND_RULES } from "../../shared/sessions/groundRules.ts";
import type { Ready } from "./server.ts";

/** One message said and answered; resolves after the server's commit. */
export type Say = () => Promise<void>;
/** Somebody's line into a room; it lasts as long as the measuring process. */
type Speaker = { say: Say };

export const PEOPLE_PER_ROOM = 3;
const TEXT = "我这个月可以先还一部分，剩下的能不能分十二期，每月十五号还。";
const CONNECTING_AT_ONCE = 30;

/** Everyone of the first `rooms` rooms, room by room, over the whole path. */
export async function connectOurs(ready: Ready, rooms: number): Promise<Speaker[][]> {
  return await connectRooms(rooms, async (room, person) => {
    const { caseId, cookies } = ready.rooms[room] ?? { caseId: "", cookies: [] };
    const socket = await open(`${ready.url}/rooms`, { cookie: cookies[person] ?? "" });
    const command = async (type: string, payload: object) => {
      const ack: unknown = await socket
        .timeout(30_000)
        .emitWithAck("command", { id: randomUUID(), caseId, type, payload });
      if (typeof ack === "object" && ack !== null && "error" in ack)
        throw new Error(JSON.stringify(ack.error));
    };
    await command("room.join", { since: 0, groundRules: GROUND_RULES });
    const say = () => command("message.post", { channel: "joint", text: TEXT });
    return { say };
  });
}

/** The same over the floor. */
export async function connectFloor(ready: Ready, rooms: number): Promise<Speaker[][]> {
  return await connectRooms(rooms, async (room) => {
    const socket = await open(ready.floorUrl, {});
    const name = `room ${room}`;
    await socket.timeout(30_000).emitWithAck("join", name);
    const say = async () => {
      await socket.timeout(30_000).emitWithAck("say", name, TEXT);
    };
    return { say };
  });
}

async function connectRooms(
  rooms: number,
  connect: (room: number, person: number) => Promise<Speaker>,
): Promise<Speaker[][]> {
  const found: Speaker[][] = [];
  for (let first = 0; first < rooms; first += CONNECTING_AT_ONCE) {
    const batch = Array.from({ length: Math.min(CONNECTING_AT_ONCE, rooms - first) }, (_, offset) =>
      Promise.all(Array.from({ length: PEOPLE_PER_ROOM }, (__, person) => connect(first + offset, person))),
    );
    found.push(...(await Promise.all(batch)));
  }
  return found;
}

async function open(url: string, headers: Record<string, string>): Promise<Socket> {
  const socket = io(url, { transports: ["websocket"], extraHeaders: headers, forceNew: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return socket;
}

export type Measured = { perSecond: number; p50: number; p99: number };

/** Sums up slices of the same length, each the latencies in milliseconds of what was answered in it. */
export function summarise(slices: readonly number[][], seconds: number): Measured {
  const latencies = slices.flat().toSorted((a, b) => a - b);
  const percentile = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    perSecond: latencies.length / (slices.length * seconds),
    p50: percentile(0.5),
    p99: percentile(0.99),
  };
}

/** Let every speaker say one thing after another for a while; the first part is not counted. */
export async function measureSlice(speakers: readonly Say[], seconds: number): Promise<number[]> {
  const begin = performance.now();
  const countFrom = begin + seconds * 200;
  const end = begin + seconds * 1200;
  const latencies: number[] = [];
  await Promise.all(
    speakers.map(async (say) => {
      for (let at = performance.now(); at < end; at = performance.now()) {
        await say();
        const done = performance.now();
        if (done >= countFrom && done <= end) latencies.push(done - at);
      }
    }),
  );
  return latencies;
}
