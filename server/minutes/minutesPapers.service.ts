import type { Actor } from "../../shared/api/roles.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { SealOrder, Seals } from "../seal/index.ts";
import type { Minutes, MinutesAnswerRow } from "./minutes.entity.ts";
import { confirming, mayReadMinutes } from "./minutes.policy.ts";
import { composeMinutesPaper } from "./minutesContent.ts";
import { noSuchMinutes, type MinutesAt, type MinutesDesk } from "./minutesDesk.ts";
import type { PrintedMinutes } from "./minutesPdf.ts";

export const SEAL_MINUTES = "minutes.seal";
const SYSTEM: Actor = { kind: "system", name: "Parley" };

type Deps = {
  db: Database;
  documents: Documents;
  files: FileStorage;
  jobs: Pick<Jobs, "enqueue">;
  seals: Pick<Seals, "order" | "seal" | "record" | "identity">;
  desk: MinutesDesk;
};
type Found = { minutes: Minutes; answers: MinutesAnswerRow[] };

/** Minutes as paper: a draft until they are final, then one sealed file. */
export class MinutesPapers {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** In the transaction that makes them final. */
  async onFinal(tx: Tx, { minutes }: MinutesAt): Promise<void> {
    await this.#order(tx, minutes);
    await this.#deps.jobs.enqueue(tx, SEAL_MINUTES, { minutesId: minutes.id });
  }

  /** The job. Running it again after it succeeded changes nothing. */
  async seal(minutesId: string): Promise<void> {
    const { db, documents, seals, desk } = this.#deps;
    const found = await db.transaction((tx) => this.#gather(tx, minutesId));
    if (found === null) return;
    const { order, minutes } = found;
    const verify = { code: order.code, url: order.verifyUrl, development: seals.identity.development };
    const seal = { at: order.orderedAt.toISOString(), verify };
    const drawn = await documents.draw("minutes", printed(found, seal));
    const { number, heading } = minutes;
    const sealed = await seals.seal(order, {
      ...drawn,
      reason: `调解笔录 ${number}`,
      location: heading.centre,
    });
    const { pageCount } = drawn;
    await db.transaction(async (tx) => {
      await desk.cases.lock(tx, minutes.caseId);
      const now = await desk.rows.find(tx, minutesId);
      if (now === null || now.documentSha256 !== null || !(await seals.record(tx, sealed))) return;
      const { sha256 } = sealed.file;
      await desk.rows.change(tx, now, { documentSha256: sha256, pageCount });
      const payload = { minutesId, number, sha256, pageCount };
      await desk.write(tx, SYSTEM, now.caseId, { type: "minutes.sealed", payload });
    });
  }

  async onUpgraded(tx: Tx, minutesId: string, sha256: string): Promise<void> {
    await this.#deps.desk.rows.replaceDocument(tx, minutesId, sha256);
  }

  /** The sealed file, or a draft drawn now, for the parties and nobody else. */
  async document(
    actor: Actor,
    minutesId: string,
  ): Promise<{ content: Uint8Array; number: string; sha256: string | null }> {
    const { db, documents, files } = this.#deps;
    const found = await db.read((tx) => this.#readable(tx, actor, minutesId));
    const { documentSha256: sha256, number } = found.minutes;
    if (sha256 !== null) return { content: await files.read(sha256), number, sha256 };
    const { bytes } = await documents.draw("minutes", printed(found));
    return { content: bytes, number, sha256: null };
  }

  async #readable(tx: Tx, actor: Actor, minutesId: string): Promise<Found> {
    const { desk } = this.#deps;
    const minutes = await desk.rows.find(tx, minutesId);
    if (!minutes) throw noSuchMinutes();
    const { party } = await desk.find(tx, actor, minutes.caseId);
    if (!mayReadMinutes(party, minutes)) throw noSuchMinutes();
    return { minutes, answers: await desk.rows.answersOf(tx, [minutesId]) };
  }

  async #order(tx: Tx, { id, number, heading }: Minutes): Promise<SealOrder> {
    const order = { kind: "minutes" as const, subjectId: id, number, issuer: heading.centre };
    return await this.#deps.seals.order(tx, order);
  }

  async #gather(tx: Tx, minutesId: string): Promise<(Found & { order: SealOrder }) | null> {
    const { desk } = this.#deps;
    const minutes = await desk.rows.find(tx, minutesId);
    if (minutes?.status !== "final" || minutes.documentSha256 !== null) return null;
    const answers = await desk.rows.answersOf(tx, [minutesId]);
    return { minutes, answers, order: await this.#order(tx, minutes) };
  }
}

function printed({ minutes, answers }: Found, seal?: PrintedMinutes["seal"]): PrintedMinutes {
  const { number, heading, body } = minutes;
  const words = confirming(minutes).map(({ personId, name, party }) => {
    const found = answers.find((one) => one.personId === personId);
    const said =
      found === undefined ? null : { answer: found.answer, remark: found.remark, at: found.at.toISOString() };
    return { name, party, said };
  });
  const draftedAt = minutes.draftedAt.toISOString();
  const composed = composeMinutesPaper({ number, draftedAt, heading, body, words });
  if (!composed.ok) throw new Error("minutes hold only what can be printed");
  return { content: composed.content, ...(seal === undefined ? {} : { seal }) };
}
