import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { Log } from "../log.ts";
import type { Command, Realtime, Wire } from "../realtime/index.ts";
import { DraftRepository } from "./draft.repository.ts";
import { DraftService } from "./draft.service.ts";
import { CaucusService } from "./caucus.service.ts";
import { fanOut } from "./fanOut.ts";
import { RoomLines } from "./lines.ts";
import { LiveJournal } from "./liveJournal.ts";
import { MessageService, type Showing } from "./message.service.ts";
import { PassingService } from "./passing.service.ts";
import { Presence } from "./presence.ts";
import { RemotePresence } from "./remotePresence.ts";
import { roomCommands } from "./room.commands.ts";
import { ReportService } from "./report.service.ts";
import { RoomRepository } from "./room.repository.ts";
import { RoomService } from "./room.service.ts";
import { safetyCommands } from "./safety.commands.ts";
import { SafetyRepository } from "./safety.repository.ts";
import type { SafetyServices } from "./safety.routes.ts";
import { SafetyService, type Pausing } from "./safety.service.ts";
import { Seats } from "./seats.ts";
import { shareTyping } from "./typing.ts";

export type Rooms = SafetyServices & {
  rooms: RoomService;
  messages: MessageService;
  lines: RoomLines;
  drafts: DraftService;
  commands: Command[];
};

/** The rooms of all cases, fed by the journal and heard over the live lines. */
export function createRooms(deps: {
  db: Database;
  log: Log;
  journal: Journal;
  cases: CaseService;
  realtime: Realtime;
  wire: Wire;
  documents: Showing;
  pausing: Pausing;
}): Rooms {
  const { db, log, journal, cases, realtime, wire } = deps;
  const rows = new RoomRepository();
  const seats = new Seats({
    changed: (caseId) => {
      elsewhere.announce(caseId);
      presence.changed(caseId);
      lines.changed(caseId);
    },
    opened: (caseId, seq) => live.follow(caseId, seq),
    emptied: (caseId) => live.unfollow(caseId),
    dropped: (seat) => lines.dropped(seat),
  });
  const lines = new RoomLines(seats, realtime);
  const local = { cases: () => seats.cases(), online: (caseId: string) => seats.online(caseId) };
  const elsewhere = new RemotePresence(wire, local, (caseId) => presence.changed(caseId));
  const online = (caseId: string) => new Set([...seats.online(caseId), ...elsewhere.online(caseId)]);
  const presence = new Presence({ db, rows, realtime, log }, { online, isHere: (id) => seats.has(id) });
  const live = new LiveJournal({ db, journal, wire, log }, (event) => {
    // Whoever is out hears nothing that was written after it.
    if (event.type === "member.removed") seats.dismiss(event.caseId, event.payload.memberId, "tell");
    if (event.type === "member.left") seats.dismiss(event.caseId, event.payload.memberId, "silently");
    lines.told(event);
    fanOut(realtime, event);
    if (event.type === "member.joined") presence.changed(event.caseId);
  });
  const rooms = new RoomService(rows, {
    cases,
    journal,
    seats,
    online,
    announce: (caseId) => presence.changed(caseId),
  });
  const messages = new MessageService(rows, { cases, journal, documents: deps.documents });
  const seated = { rows, cases, journal, safety: new SafetyRepository() };
  const caucuses = new CaucusService(seated);
  const services: SafetyServices = {
    passing: new PassingService(seated),
    caucuses,
    safety: new SafetyService({ ...seated, caucuses, pausing: deps.pausing }),
    reports: new ReportService(seated),
  };
  return {
    ...services,
    rooms,
    messages,
    lines,
    drafts: new DraftService(new DraftRepository(), { members: rows, cases }),
    commands: [
      ...roomCommands({ rooms, messages, seats, typing: shareTyping(realtime, wire) }),
      ...safetyCommands(services),
    ],
  };
}
