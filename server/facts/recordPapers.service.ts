import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { recordLabels } from "../../shared/facts/record.ts";
import { mayRead } from "../../shared/journal/audience.ts";
import { viewerOfCase, type Case, type CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import type { RoomService } from "../rooms/index.ts";
import type { SealOrder, Seals } from "../seal/index.ts";
import type { FactRecord, FactRecordSignature } from "./fact.entity.ts";
import type { FactRepository } from "./fact.repository.ts";
import { composeFactRecord } from "./factRecordContent.ts";
import type { DrawnSignature, SignedFactRecord } from "./factRecordPdf.ts";

export const SEAL_RECORD = "facts.sealRecord";
const SYSTEM: Actor = { kind: "system", name: "Parley" };

type Deps = {
  db: Database;
  documents: Documents;
  files: FileStorage;
  jobs: Pick<Jobs, "enqueue">;
  seals: Pick<Seals, "order" | "seal" | "record" | "identity">;
  rows: FactRepository;
  cases: CaseService;
  rooms: RoomService;
  journal: Journal;
};

/** A record as paper: a draft while it is being signed, one sealed file afterwards. */
export class RecordPapers {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** In the transaction of the last signature. */
  async onSigned(tx: Tx, _theCase: Case, record: FactRecord): Promise<void> {
    await this.#order(tx, record);
    await this.#deps.jobs.enqueue(tx, SEAL_RECORD, { recordId: record.id });
  }

  /** The job. Running it again after it succeeded changes nothing. */
  async seal(recordId: string): Promise<void> {
    const { db, documents, seals } = this.#deps;
    const found = await db.transaction((tx) => this.#gather(tx, recordId));
    if (found === null) return;
    const { record, signatures, order } = found;
    const at = order.orderedAt.toISOString();
    const verify = { code: order.code, url: order.verifyUrl, development: seals.identity.development };
    const drawn = await documents.draw("factRecord", drawable(record, signatures, { at, verify }));
    const { name: location } = record.facts.centre;
    const sealed = await seals.seal(order, { ...drawn, reason: `无争议事实记录 ${record.number}`, location });
    const { pageCount } = drawn;
    await db.transaction(async (tx) => {
      const { rows, cases, journal } = this.#deps;
      await cases.lock(tx, record.caseId);
      const now = await rows.findRecord(tx, recordId);
      if (now === null || now.documentSha256 !== null || !(await seals.record(tx, sealed))) return;
      const { sha256 } = sealed.file;
      await rows.changeRecord(tx, now, { documentSha256: sha256, pageCount });
      const payload = { recordId, number: now.number, count: now.facts.facts.length, sha256, pageCount };
      await journal.append(tx, now.caseId, SYSTEM, [{ type: "factRecord.sealed", payload }]);
    });
  }

  /** A later file of the same record, with its timestamp, takes the place of the first. */
  async onUpgraded(tx: Tx, recordId: string, sha256: string): Promise<void> {
    const { caseId } = await this.#deps.rows.replaceDocument(tx, recordId, sha256);
    const payload = { kind: "fact_record" as const, sha256 };
    await this.#deps.journal.append(tx, caseId, SYSTEM, [{ type: "document.timestamped", payload }]);
  }

  /** What both have signed and the centre has sealed, for papers whose readers are authorised by whoever makes them. */
  async sealedOf(tx: Tx, caseId: string): Promise<FactRecord[]> {
    const signed = await this.#deps.rows.signedRecords(tx, caseId);
    return signed.filter(({ documentSha256 }) => documentSha256 !== null);
  }

  /** The sealed file, or a draft drawn now. Before both have signed it is the parties' own. */
  async document(
    actor: Actor,
    recordId: string,
  ): Promise<{ content: Uint8Array; number: string; sha256: string | null }> {
    const { db, documents, files } = this.#deps;
    const { record, signatures } = await db.read((tx) => this.#readable(tx, actor, recordId));
    const { documentSha256: sha256, number } = record;
    if (sha256 !== null) return { content: await files.read(sha256), number, sha256 };
    const { bytes } = await documents.draw("factRecord", drawable(record, signatures));
    return { content: bytes, number, sha256: null };
  }

  async #readable(
    tx: Tx,
    actor: Actor,
    recordId: string,
  ): Promise<{ record: FactRecord; signatures: FactRecordSignature[] }> {
    const { rows, cases, rooms } = this.#deps;
    const record = await rows.findRecord(tx, recordId);
    if (!record) throw noSuchRecord();
    const viewer = viewerOfCase(actor, await cases.find(tx, record.caseId));
    if (!mayRead(viewer, recordLabels(record.status))) throw noSuchRecord();
    if (record.status !== "signed") await rooms.onlyIfNotRemoved(tx, actor, record.caseId);
    return { record, signatures: await rows.signaturesOf(tx, [recordId]) };
  }

  /** Asked for once; whoever asks again gets the order there is. */
  async #order(tx: Tx, { id, number, facts }: FactRecord): Promise<SealOrder> {
    const order = { kind: "fact_record" as const, subjectId: id, number, issuer: facts.centre.name };
    return await this.#deps.seals.order(tx, order);
  }

  /** Null when there is nothing to seal: not everybody has signed, or it is done. */
  async #gather(
    tx: Tx,
    recordId: string,
  ): Promise<{ record: FactRecord; signatures: FactRecordSignature[]; order: SealOrder } | null> {
    const { rows } = this.#deps;
    const record = await rows.findRecord(tx, recordId);
    if (record?.status !== "signed" || record.documentSha256 !== null) return null;
    const signatures = await rows.signaturesOf(tx, [recordId]);
    return { record, signatures, order: await this.#order(tx, record) };
  }
}

function drawable(
  record: FactRecord,
  signatures: readonly FactRecordSignature[],
  seal?: SignedFactRecord["seal"],
): SignedFactRecord {
  const composed = composeFactRecord(record.facts);
  if (!composed.ok) throw new Error("a record that was drawn up can be drawn");
  const { contentHash } = record;
  return {
    content: composed.content,
    contentHash,
    signatures: signatures.map(printed),
    ...(seal === undefined ? {} : { seal }),
  };
}

function printed(row: FactRecordSignature): DrawnSignature {
  const { party, signerName, method, image, consentWording, evidence } = row;
  const { codeSentTo, authorityNumber } = evidence;
  return {
    party,
    signerName,
    method,
    image: image === null ? null : new Uint8Array(image),
    signedAt: row.signedAt.toISOString(),
    consentWording,
    identification:
      codeSentTo === null
        ? `以本人的工作账户登录（密码验证），签署授权书：${authorityNumber ?? "无"}`
        : `短信验证码（发送至 ${codeSentTo}）核验通过`,
    device: `${evidence.ip}\n${evidence.userAgent}`,
  };
}

function noSuchRecord(): Refusal {
  return new Refusal("not_found", "no such record");
}
