import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { Log } from "../log.ts";
import type { Command, Realtime } from "../realtime/index.ts";
import { fanOut } from "./fanOut.ts";
import { MessageService } from "./message.service.ts";
import { Presence } from "./presence.ts";
import { roomCommands } from "./room.commands.ts";
import { RoomRepository } from "./room.repository.ts";
import { RoomService } from "./room.service.ts";
import { Seats } from "./seats.ts";

export type Rooms = { rooms: RoomService; messages: MessageService; commands: Command[] };

/** The rooms of all cases, fed by the journal and heard over the live lines. */
export function createRooms(deps: {
  db: Database;
  log: Log;
  journal: Journal;
  cases: CaseService;
  realtime: Realtime;
}): Rooms {
  const { db, log, journal, cases, realtime } = deps;
  const rows = new RoomRepository();
  const seats = new Seats((caseId) => presence.changed(caseId));
  const presence = new Presence({ db, rows, realtime, log }, (caseId) => seats.online(caseId));
  journal.onCommitted((events) => fanOut(realtime, events));
  const rooms = new RoomService(rows, {
    cases,
    journal,
    seats,
    announce: (caseId) => presence.changed(caseId),
  });
  const messages = new MessageService(rows, { cases, journal });
  return { rooms, messages, commands: roomCommands({ rooms, messages, seats }) };
}
