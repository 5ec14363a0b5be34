import { pagesLeft } from "../../shared/agreements/reading.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Agreement } from "./agreement.entity.ts";
import { signerOf } from "./agreement.policy.ts";
import type { AgreementService } from "./agreement.service.ts";
import type { Device } from "./device.ts";
import { Kept } from "./kept.ts";
import { draftDocument } from "./signedDocument.ts";
import { idOf } from "./signer.ts";
import type { SigningTrail } from "./signingTrail.ts";

export type Reading = { contentHash: string; pageCount: number; viewed: number[]; left: number[] };
export type PageAsked = { agreementId: string; page: number; as: "picture" | "text"; device: Device };
export type PageAnswer = { png: Uint8Array | null; text: string | null; pageCount: number };

const KEPT_DOCUMENTS = 16;
const KEPT_PAGES = 48;

/**
 * The text as it is read before signing: pages of the very document, drawn from the words whose hash is signed. That a
 * signer was given a page is on record before the page leaves.
 */
export class ReadingService {
  readonly #deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    agreements: AgreementService;
    trail: SigningTrail;
  };
  readonly #drawn = new Kept<Promise<Uint8Array>>(KEPT_DOCUMENTS);
  readonly #shown = new Kept<Promise<PageAnswer>>(KEPT_PAGES);

  constructor(deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    agreements: AgreementService;
    trail: SigningTrail;
  }) {
    this.#deps = deps;
  }

  /** How long the document is, and which of its pages this person has had before them. */
  async overview(actor: Actor, agreementId: string): Promise<Reading> {
    const { db, agreements, trail } = this.#deps;
    const { agreement, viewed } = await db.read(async (tx) => {
      const found = await agreements.view(tx, actor, agreementId);
      const signer = signerOf(actor, found.theCase, found.agreement);
      const steps = signer === null ? [] : await trail.stepsOfPerson(tx, agreementId, idOf(actor));
      return {
        agreement: found.agreement,
        viewed: steps.flatMap((step) => (step.kind === "page_viewed" ? (step.page ?? []) : [])),
      };
    });
    const { pageCount } = await this.#show(agreement, 1, "text");
    return { contentHash: agreement.contentHash, pageCount, viewed, left: pagesLeft(pageCount, viewed) };
  }

  async page(actor: Actor, asked: PageAsked): Promise<PageAnswer> {
    const { db, agreements } = this.#deps;
    const found = await db.read((tx) => agreements.view(tx, actor, asked.agreementId));
    const answer = await this.#show(found.agreement, asked.page, asked.as);
    if (answer.png === null && answer.text === null) throw new Refusal("not_found", "there is no such page");
    const isSigner = signerOf(actor, found.theCase, found.agreement) !== null;
    if (isSigner && found.agreement.status === "signing") {
      await db.transaction((tx) => this.#record(tx, actor, asked, answer.pageCount));
    }
    return answer;
  }

  /** The first time this person has this page. Looked at before the case is locked: people turn back and forth. */
  async #record(tx: Tx, actor: Actor, asked: PageAsked, pageCount: number): Promise<void> {
    const { agreements, trail } = this.#deps;
    const { agreementId, page, as, device } = asked;
    const personId = idOf(actor);
    if (await trail.hasViewed(tx, agreementId, personId, page)) return;
    const { theCase, agreement } = await agreements.lock(tx, actor, agreementId);
    const party = signerOf(actor, theCase, agreement);
    if (party === null || agreement.status !== "signing") return;
    const steps = await trail.stepsOfPerson(tx, agreementId, personId);
    if (steps.some((step) => step.kind === "page_viewed" && step.page === page)) return;
    const signer = { actor, party, personId, device };
    const { contentHash } = agreement;
    if (!steps.some((step) => step.kind === "opened")) {
      const payload = { agreementId, party, contentHash };
      await trail.record(tx, signer, agreement, {
        kind: "opened",
        event: { type: "agreement.opened", payload },
      });
    }
    const payload = { agreementId, party, page, pageCount };
    await trail.record(tx, signer, agreement, {
      kind: "page_viewed",
      page,
      pageCount,
      details: { as },
      event: { type: "agreement.pageViewed", payload },
    });
  }

  #show(agreement: Agreement, page: number, as: "picture" | "text"): Promise<PageAnswer> {
    const { documents } = this.#deps;
    const key = agreement.documentSha256 ?? `${agreement.id} ${agreement.contentHash}`;
    return this.#shown.of(`${key} ${page} ${as}`, async () => {
      const bytes = await this.#drawn.of(key, () => this.#bytes(agreement));
      return await documents.draw("page", { bytes, page, as });
    });
  }

  async #bytes(agreement: Agreement): Promise<Uint8Array> {
    const { documents, files } = this.#deps;
    if (agreement.documentSha256 !== null) return await files.read(agreement.documentSha256);
    return (await documents.draw("agreement", draftDocument(agreement, []))).bytes;
  }
}
