import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Case, CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import { registerFile, type FileStorage, type StoredContent } from "../files/index.ts";
import type { SealedFile, SealOrder, Seals } from "../seal/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Log } from "../log.ts";
import { DocumentFailed } from "../pdf/failure.ts";
import type { Escalation, EscalationFailure } from "./escalation.entity.ts";
import type { EscalationRepository } from "./escalation.repository.ts";
import { decided } from "./escalation.service.ts";
import { gatherPacket, withFiles, type GatheredPacket, type PacketSources } from "./gatherPacket.ts";
import type { PacketManifest } from "./manifest.ts";
import { composePacket } from "./packetContent.ts";
import { summarisePacket, type PacketSummary } from "./packetSummary.ts";
import { zipPacket } from "./packetZip.ts";

/** A certificate is drawn by a job of its own; a packet waits this long for it before it gives up. */
const CERTIFICATE_WAIT_MS = 10 * 60_000;
/** The drawer's own troubles: a thread too slow, dead or being shut down says nothing about the document. */
const PASSING: ReadonlySet<string> = new Set(["document_timeout", "document_failed", "drawer_closed"]);
const SYSTEM: Actor = { kind: "system", name: "Parley" };

type Sealed = {
  packet: SealedFile;
  zip: StoredContent;
  pageCount: number;
  manifest: PacketManifest & { summary: PacketSummary };
};

/** One asking for a packet: asking again makes another version. */
type Asked = { escalationId: string; version: number };

/** Makes the packet of an escalation: gather, draw, store, seal. */
export class PacketService {
  readonly #deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    seals: Seals;
    rows: EscalationRepository;
    cases: CaseService;
    journal: Journal;
    sources: PacketSources;
    log: Log;
  };

  constructor(deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    seals: Seals;
    rows: EscalationRepository;
    cases: CaseService;
    journal: Journal;
    sources: PacketSources;
    log: Log;
  }) {
    this.#deps = deps;
  }

  /**
   * The job. Running it again after it succeeded changes nothing. What a person can mend is kept as the reason of
   * the failure; anything else is thrown, so that the job is tried again.
   */
  async compose(escalationId: string): Promise<void> {
    const { db, documents, files, seals } = this.#deps;
    const found = await db.read((tx) => this.#gather(tx, escalationId));
    if (found === null) return;
    const { gathered, asked } = found;
    const facts = await withFiles(gathered, files);
    const composed = composePacket(facts);
    if (!composed.ok) {
      await this.#fail(asked, { code: "document_incomplete", missing: composed.missing });
      return;
    }
    // Ordered before it is drawn: the code to verify it by stands on its pages.
    const order = await this.#order(asked, facts.packetNumber);
    const verify = { code: order.code, url: order.verifyUrl, development: seals.identity.development };
    try {
      const { bytes, pageCount, pages } = await documents.draw("packet", { ...composed.content, verify });
      const reason = `诉讼材料包 ${facts.packetNumber}`;
      const packet = await seals.seal(order, { bytes, pageCount, reason, location: order.issuer });
      const archive = await zipPacket(facts, composed.figures, packet.sealed.bytes);
      const summary = summarisePacket(facts, composed.figures, pages);
      const sealed: Sealed = {
        packet,
        zip: await files.put(archive.bytes, "application/zip"),
        pageCount,
        manifest: { ...archive.manifest, summary },
      };
      await db.transaction((tx) => this.#seal(tx, asked, gathered, sealed));
    } catch (error) {
      const failure = explain(error);
      if (failure === null) throw error;
      this.#deps.log.warn({ escalationId, code: failure.code }, "a packet could not be made");
      await db.transaction((tx) => seals.drop(tx, order));
      await this.#fail(asked, failure);
    }
  }

  async #order({ escalationId, version: serial }: Asked, number: string): Promise<SealOrder> {
    const { db, seals, rows, cases, sources } = this.#deps;
    return await db.transaction(async (tx) => {
      const escalation = await rows.find(tx, escalationId);
      if (!escalation) throw new Refusal("not_found", "the packet is not asked for any more");
      const { centreId } = await cases.find(tx, escalation.caseId);
      const { name: issuer } = await sources.organisations.organisation(tx, centreId);
      return await seals.order(tx, { kind: "packet", subjectId: escalationId, serial, number, issuer });
    });
  }

  /** Trying again did not help: kept as a failure, or the platform could not ask anew. */
  async giveUp(escalationId: string, error: unknown): Promise<void> {
    const { db, rows } = this.#deps;
    const escalation = await db.read((tx) => rows.find(tx, escalationId));
    if (escalation?.status !== "composing") return;
    const code = error instanceof DocumentFailed ? error.code : "unavailable";
    await this.#fail({ escalationId, version: escalation.version }, { code });
  }

  /** Null when there is nothing to make any more. */
  async #gather(tx: Tx, escalationId: string): Promise<{ gathered: GatheredPacket; asked: Asked } | null> {
    const { rows, cases, sources } = this.#deps;
    const escalation = await rows.find(tx, escalationId);
    if (escalation?.status !== "composing") return null;
    const theCase = await cases.find(tx, escalation.caseId);
    const waited = tx.now.getTime() - (theCase.terminatedAt?.getTime() ?? 0);
    const certificateDue = theCase.stage === "terminated" && theCase.certificateSha256 === null;
    if (certificateDue && waited < CERTIFICATE_WAIT_MS) throw new Error("the certificate is not issued yet");
    const gathered = await gatherPacket(tx, sources, theCase, escalation);
    return { gathered, asked: { escalationId, version: escalation.version } };
  }

  async #seal(tx: Tx, asked: Asked, drawn: GatheredPacket, sealed: Sealed): Promise<void> {
    const { rows, cases, journal, sources } = this.#deps;
    const found = await this.#lock(tx, asked);
    if (found === null) return;
    const { theCase, escalation } = found;
    const { escalationId } = asked;
    if (theCase.stage === "terminated" && theCase.certificateSha256 === null) {
      throw new Refusal("document_incomplete", "there is no certificate", {
        errors: [{ pointer: "/certificate", code: "missing", detail: "no certificate was issued" }],
      });
    }
    const now = await gatherPacket(tx, sources, theCase, escalation);
    if (fingerprint(now) !== fingerprint(drawn))
      throw new Error("the case changed while its packet was drawn");
    if (!(await this.#deps.seals.record(tx, sealed.packet))) return;
    await registerFile(tx, sealed.zip);
    const { pageCount, manifest } = sealed;
    await rows.change(tx, escalation, {
      status: decided(escalation.status, "seal"),
      sealedAt: new Date(drawn.facts.sealedAt),
      packetSha256: sealed.packet.file.sha256,
      zipSha256: sealed.zip.sha256,
      manifest,
      pageCount,
      failure: null,
    });
    await journal.append(tx, theCase.id, SYSTEM, [
      {
        type: "escalation.sealed",
        payload: {
          escalationId,
          packetSha256: sealed.packet.file.sha256,
          zipSha256: sealed.zip.sha256,
          pageCount,
        },
      },
    ]);
    await cases.move(tx, SYSTEM, theCase, "hand_to_lawyer");
  }

  async #fail(asked: Asked, failure: EscalationFailure): Promise<void> {
    await this.#deps.db.transaction(async (tx) => {
      const found = await this.#lock(tx, asked);
      if (found === null) return;
      const status = decided(found.escalation.status, "fail");
      await this.#deps.rows.change(tx, found.escalation, { status, failure });
    });
  }

  /** Null when another run was faster, or somebody has asked again since: then this run has no say. */
  async #lock(tx: Tx, asked: Asked): Promise<{ theCase: Case; escalation: Escalation } | null> {
    const found = await this.#deps.rows.find(tx, asked.escalationId);
    if (!found) return null;
    const theCase = await this.#deps.cases.lock(tx, found.caseId);
    const escalation = await this.#deps.rows.lock(tx, asked.escalationId);
    return escalation?.version === asked.version ? { theCase, escalation } : null;
  }
}

/** Everything of the case that is in the packet, but the time of sealing. */
function fingerprint({ facts, exhibits, certificate, records }: GatheredPacket): string {
  return JSON.stringify([{ ...facts, sealedAt: "" }, exhibits, certificate, records]);
}

/** What a person can do something about; null for what only trying again can help. */
function explain(error: unknown): EscalationFailure | null {
  if (error instanceof DocumentFailed && !PASSING.has(error.code)) {
    return { code: error.code, params: error.params };
  }
  if (error instanceof Refusal) {
    const missing = error.errors.map(({ pointer, code }) => ({ field: pointer, why: code }));
    return { code: error.code, ...(missing.length === 0 ? {} : { missing }) };
  }
  return null;
}
