import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import { personIdOf, type Actor } from "../../shared/api/roles.ts";
import type { CaseStage } from "../../shared/cases/lifecycle.ts";
import { exhibitLabelsProblem } from "../../shared/escalations/exhibitLabels.ts";
import { mayRead, type Disclosure, type Party } from "../../shared/journal/audience.ts";
import { asParty, onlyPartyToCase, type Case, type CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import { registerFile, type FileStorage, type StoredContent } from "../files/index.ts";
import type { Journal } from "../journal/index.ts";
import { Exhibit } from "./exhibit.entity.ts";
import type { ExhibitRepository } from "./exhibit.repository.ts";
import type { ExhibitMime } from "../pdf/exhibitSource.ts";
import type { EvidenceGroup } from "./packetFacts.ts";

export type ExhibitInput = {
  name: string;
  groupNo: EvidenceGroup;
  source: string;
  proves: string;
  purpose: string;
  audience: Party[];
  disclosure: Disclosure;
};
export type UploadedFile = { bytes: Uint8Array; fileName: string };
export type ExhibitInCase = { theCase: Case; exhibit: Exhibit };
export type ShowableExhibit = Pick<
  Exhibit,
  "name" | "fileName" | "pageCount" | "disclosure" | "audience" | "party"
> & { exhibitId: string; bytes: number; withdrawn: boolean };

/** Evidence is gathered as long as something can still come of it. */
const GATHERING_STAGES: readonly CaseStage[] = [
  "intake",
  "invited",
  "preparing",
  "negotiating",
  "signing",
  "performing",
  "breached",
  "terminated",
];

/** Documents in a case: who put them there, who may read them, and whether they may leave it. */
export class ExhibitService {
  readonly #deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    rows: ExhibitRepository;
    cases: CaseService;
    journal: Journal;
  };

  constructor(deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    rows: ExhibitRepository;
    cases: CaseService;
    journal: Journal;
  }) {
    this.#deps = deps;
  }

  /** Whether this person may add to the case at all: asked before a large upload is read. */
  async mayAdd(tx: Tx, actor: Actor, caseId: string): Promise<Party> {
    const theCase = await this.#deps.cases.find(tx, caseId);
    return onlyWhileGathering(actor, theCase);
  }

  /** The file is looked into and stored first; it belongs to the case only once its row is committed. */
  async add(actor: Actor, caseId: string, input: ExhibitInput, file: UploadedFile): Promise<ExhibitInCase> {
    const { db, documents, files } = this.#deps;
    const inspection = await documents.draw("inspectExhibit", { bytes: file.bytes });
    if (!inspection.ok) {
      throw new Refusal("file_kind_refused", `this file cannot be an exhibit: ${inspection.code}`, {
        errors: [{ pointer: "/file", code: inspection.code, detail: "see the code for what to do" }],
        params: { ...inspection.params, reason: inspection.code },
      });
    }
    const { mime, pageCount } = inspection;
    const stored = await files.put(file.bytes, mime);
    return await db.transaction((tx) =>
      this.#insert(tx, actor, caseId, input, { stored, mime, pageCount, fileName: file.fileName }),
    );
  }

  /** Those this person may read, withdrawn ones among them. */
  async list(tx: Tx, actor: Actor, caseId: string): Promise<ExhibitInCase[]> {
    const theCase = await this.#deps.cases.find(tx, caseId);
    const party = onlyPartyToCase(actor, theCase);
    const exhibits = await this.#deps.rows.ofCase(tx, caseId);
    return exhibits.filter((exhibit) => mayRead(party, exhibit)).map((exhibit) => ({ theCase, exhibit }));
  }

  /** The documents that all of these parties may read, as far as this person may know of them. */
  async readableBy(
    tx: Tx,
    actor: Actor,
    caseId: string,
    parties: readonly Party[],
  ): Promise<ReadonlySet<string>> {
    const found = await this.list(tx, actor, caseId);
    const shown = found.filter(
      ({ exhibit }) => exhibit.withdrawnAt === null && parties.every((party) => mayRead(party, exhibit)),
    );
    return new Set(shown.map(({ exhibit }) => exhibit.id));
  }

  /** Every exhibit of a case. Whoever asks answers for who may read each. */
  allOf(tx: Tx, caseId: string): Promise<Exhibit[]> {
    return this.#deps.rows.ofCase(tx, caseId);
  }

  /** A document as a room shows it, with the size of its file; null for what this person may not read. */
  async showable(tx: Tx, actor: Actor, caseId: string, exhibitId: string): Promise<ShowableExhibit | null> {
    const exhibit = await this.#deps.rows.find(tx, exhibitId);
    if (exhibit?.caseId !== caseId) return null;
    const party = asParty(actor, await this.#deps.cases.find(tx, caseId));
    if (party === null || !mayRead(party, exhibit)) return null;
    const bytes = await this.#deps.rows.fileBytes(tx, exhibit.fileSha256);
    const { name, fileName, pageCount, disclosure, audience, withdrawnAt } = exhibit;
    const shown = { exhibitId, name, fileName, bytes, pageCount, disclosure };
    return { ...shown, party: exhibit.party, audience, withdrawn: withdrawnAt !== null };
  }

  async file(actor: Actor, exhibitId: string): Promise<{ exhibit: Exhibit; bytes: Uint8Array }> {
    const { exhibit } = await this.#deps.db.read((tx) => this.#readable(tx, actor, exhibitId));
    return { exhibit, bytes: await this.#deps.files.read(exhibit.fileSha256) };
  }

  /** Whoever put it in takes it out again; what is sealed in a packet stays in that packet. */
  async withdraw(tx: Tx, actor: Actor, exhibitId: string): Promise<ExhibitInCase> {
    const { exhibit } = await this.#readable(tx, actor, exhibitId);
    const theCase = await this.#deps.cases.lock(tx, exhibit.caseId);
    if (asParty(actor, theCase) !== exhibit.party) {
      throw new Refusal("forbidden", "only the side that added it may withdraw it");
    }
    const found = await this.#deps.rows.find(tx, exhibitId);
    if (!found || found.withdrawnAt !== null) throw new Refusal("already_done", "it was withdrawn before");
    await this.#deps.rows.withdraw(tx, exhibitId);
    found.withdrawnAt = tx.now;
    const labels = { audience: found.audience, disclosure: found.disclosure };
    await this.#deps.journal.append(tx, theCase.id, actor, [
      { type: "exhibit.withdrawn", payload: { exhibitId }, labels },
    ]);
    return { theCase, exhibit: found };
  }

  async #insert(
    tx: Tx,
    actor: Actor,
    caseId: string,
    input: ExhibitInput,
    file: { stored: StoredContent; mime: ExhibitMime; pageCount: number; fileName: string },
  ): Promise<ExhibitInCase> {
    const { cases, rows, journal } = this.#deps;
    const theCase = await cases.lock(tx, caseId);
    const party = onlyWhileGathering(actor, theCase);
    onlySensibleLabels(party, input);
    const same = (await rows.ofCase(tx, caseId)).find(
      (exhibit) =>
        exhibit.party === party && exhibit.fileSha256 === file.stored.sha256 && exhibit.withdrawnAt === null,
    );
    if (same) {
      // An upload that is sent again because its answer was lost.
      if (isSame(same, input)) return { theCase, exhibit: same };
      throw new Refusal("already_done", "this file is in the case already; withdraw it to describe it anew");
    }
    await registerFile(tx, file.stored);
    const exhibit = Object.assign(new Exhibit(), {
      ...input,
      id: uuid(),
      caseId,
      party,
      uploadedBy: personIdOf(actor) ?? theCase.borrowerId,
      fileSha256: file.stored.sha256,
      fileName: file.fileName,
      mime: file.mime,
      pageCount: file.pageCount,
      createdAt: tx.now,
      withdrawnAt: null,
    });
    await rows.insert(tx, exhibit);
    const { id: exhibitId, name, audience, disclosure, fileSha256: sha256 } = exhibit;
    await journal.append(tx, caseId, actor, [
      { type: "exhibit.added", payload: { exhibitId, name, sha256 }, labels: { audience, disclosure } },
    ]);
    return { theCase, exhibit };
  }

  async #readable(tx: Tx, actor: Actor, exhibitId: string): Promise<ExhibitInCase> {
    const exhibit = await this.#deps.rows.find(tx, exhibitId);
    if (!exhibit) throw noSuchExhibit();
    const theCase = await this.#deps.cases.find(tx, exhibit.caseId);
    const party = asParty(actor, theCase);
    if (party === null || !mayRead(party, exhibit)) throw noSuchExhibit();
    return { theCase, exhibit };
  }
}

function onlyWhileGathering(actor: Actor, theCase: Case): Party {
  const party = onlyPartyToCase(actor, theCase);
  if (!GATHERING_STAGES.includes(theCase.stage)) {
    throw new Refusal("stage_forbids", `nothing is added while the case is ${theCase.stage}`);
  }
  return party;
}

function onlySensibleLabels(party: Party, input: ExhibitInput): void {
  const problem = exhibitLabelsProblem(party, input);
  if (problem === null) return;
  throw new Refusal("validation_failed", "these readers do not fit this disclosure", {
    errors: [{ pointer: "/audience", code: problem, detail: problem.replaceAll("_", " ") }],
  });
}

function isSame(exhibit: Exhibit, input: ExhibitInput): boolean {
  return (
    exhibit.name === input.name &&
    exhibit.groupNo === input.groupNo &&
    exhibit.source === input.source &&
    exhibit.proves === input.proves &&
    exhibit.purpose === input.purpose &&
    exhibit.disclosure === input.disclosure &&
    exhibit.audience.length === input.audience.length &&
    exhibit.audience.every((reader) => input.audience.includes(reader))
  );
}

function noSuchExhibit(): Refusal {
  return new Refusal("not_found", "no such exhibit");
}
