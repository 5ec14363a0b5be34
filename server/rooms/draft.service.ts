import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Channel } from "../../shared/journal/events.ts";
import { channelsOf } from "../../shared/rooms/channels.ts";
import type { DraftReceipt, KeptDraft } from "../../shared/rooms/draft.ts";
import { onlyPartyToCase, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { DraftRepository } from "./draft.repository.ts";
import { notAMember, personOf } from "./room.policy.ts";
import type { RoomRepository } from "./room.repository.ts";

export type DraftToKeep = { caseId: string; channel: Channel; text: string; version: string | null };

/**
 * What members have typed and not sent, kept so that they find it on their other device. It is nobody's but theirs: no
 * part of the journal, of a search or of an export, and not shown to their own colleagues.
 */
export class DraftService {
  readonly #rows: DraftRepository;
  readonly #members: RoomRepository;
  readonly #cases: CaseService;

  constructor(rows: DraftRepository, deps: { members: RoomRepository; cases: CaseService }) {
    this.#rows = rows;
    this.#members = deps.members;
    this.#cases = deps.cases;
  }

  async list(tx: Tx, actor: Actor, caseId: string): Promise<{ items: KeptDraft[] }> {
    const own = channelsOf(await this.#onlyMember(tx, actor, caseId));
    const kept = await this.#rows.of(tx, personOf(actor), caseId);
    return { items: kept.filter(({ channel }) => own.includes(channel)) };
  }

  /** Keep this text instead of the one named by `version`; none at all when there is nothing in it. */
  async keep(tx: Tx, actor: Actor, input: DraftToKeep): Promise<DraftReceipt> {
    const { caseId, channel, text, version: was } = input;
    if (!channelsOf(await this.#onlyMember(tx, actor, caseId)).includes(channel))
      throw new Refusal("forbidden", "this channel is not yours");
    const place = { personId: personOf(actor), caseId, channel };
    if (text === "") {
      if (!(await this.#rows.remove(tx, place, was))) throw keptAnother();
      return { version: null };
    }
    const kept = { text, version: uuid() };
    const done = was === null ? this.#rows.add(tx, place, kept) : this.#rows.replace(tx, place, was, kept);
    if (!(await done)) throw keptAnother();
    return { version: kept.version };
  }

  async #onlyMember(tx: Tx, actor: Actor, caseId: string): Promise<Party> {
    const party = onlyPartyToCase(actor, await this.#cases.find(tx, caseId));
    const member = await this.#members.openMember(tx, caseId, personOf(actor));
    if (member?.party !== party) throw notAMember();
    return party;
  }
}

function keptAnother(): Refusal {
  return new Refusal("version_conflict", "another text has been kept for this channel meanwhile");
}
