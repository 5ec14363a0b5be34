import type { Actor } from "../api/roles.ts";
import type { Labels, Party } from "./audience.ts";
import type { CasePayloads } from "./payloads/case.ts";
import type { RoomPayloads } from "./payloads/room.ts";
import type { BargainingPayloads } from "./payloads/bargaining.ts";
import type { SettlementPayloads } from "./payloads/settlement.ts";

export { BORROWER_REPORTS, CHANNELS, type BorrowerReport, type Channel } from "./channels.ts";

/** Everything that can happen to a case: one type, one payload. Ids and figures; text only where text is the matter. */
export type EventPayloads = CasePayloads & RoomPayloads & BargainingPayloads & SettlementPayloads;

export type EventType = keyof EventPayloads;

/** What a service asks the journal to write; labels follow from the type and payload. */
export type EventDraft = {
  [T in EventType]: {
    type: T;
    payload: EventPayloads[T];
    /** Only for exhibits, whose audience the uploader chose; everything else has fixed labels. */
    labels?: Labels;
  };
}[EventType];

/** One line of a case's journal as stored. `at` is an ISO instant; hashes are lower-case hex SHA-256. */
export type JournalEvent = {
  [T in EventType]: {
    caseId: string;
    seq: number;
    id: string;
    type: T;
    payload: EventPayloads[T];
    audience: readonly Party[];
    disclosure: Labels["disclosure"];
    actor: JournalActor;
    at: string;
    previousHash: string;
    hash: string;
    /** Position in each party's own stream; null where the party may not read the event. */
    n: Record<Party, number | null>;
  };
}[EventType];

/** Who did it, as the record names them. `as` is there where somebody acts for another person. */
export type JournalActor = {
  party: Party | "centre" | "lawyer" | "system";
  id: string | null;
  name: string;
  as?: "representative";
};

/** The record's name for an actor. */
export function journalActor(actor: Actor): JournalActor {
  if (actor.kind === "system") return { party: "system", id: null, name: actor.name };
  if (actor.kind === "borrower") {
    const { borrowerId, representative, name } = actor;
    if (!representative) return { party: "borrower", id: borrowerId, name };
    return { party: "borrower", id: representative.id, name, as: "representative" };
  }
  switch (actor.role) {
    case "platform_agent":
    case "platform_approver":
    case "platform_system":
      return { party: "platform", id: actor.staffId, name: actor.name };
    case "mediator":
      return { party: "mediator", id: actor.staffId, name: actor.name };
    case "lawyer":
      return { party: "lawyer", id: actor.staffId, name: actor.name };
    case "centre_admin":
      return { party: "centre", id: actor.staffId, name: actor.name };
  }
}
