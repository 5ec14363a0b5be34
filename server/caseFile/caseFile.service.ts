import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { onlyMediatorOrCentreOfCase, type CaseService } from "../cases/index.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import { registerFile, type FileStorage } from "../files/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Journal } from "../journal/index.ts";
import { DocumentFailed } from "../pdf/failure.ts";
import { CaseFile, type CaseFileFailure } from "./caseFile.entity.ts";
import type { CaseFileRepository } from "./caseFile.repository.ts";
import { composeCaseFile, MOST_PAGES, type AttachedPaper, type LoadedPaper } from "./fileContent.ts";
import { gatherCaseFile, type CaseFileSources, type GatheredFile } from "./gatherCaseFile.ts";

export const COMPOSE_CASE_FILE = "caseFile.compose";
/** All attached papers together; beyond it the file would be of no use to anybody. */
const MOST_BYTES = 80 * 1024 * 1024;
const SYSTEM: Actor = { kind: "system", name: "Parley" };

type Deps = {
  db: Database;
  documents: Documents;
  files: FileStorage;
  jobs: Pick<Jobs, "enqueue">;
  rows: CaseFileRepository;
  cases: CaseService;
  journal: Journal;
  sources: CaseFileSources;
};
type Loaded = Record<keyof GatheredFile["papers"] | "confirmation", LoadedPaper[]>;

/** The mediation file (卷宗): made when the mediator or the centre asks, for them alone. */
export class CaseFileService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Ask for the file to be made; while one is being made that one is answered. */
  async request(tx: Tx, actor: Actor, caseId: string): Promise<CaseFile> {
    const { rows, cases, jobs } = this.#deps;
    const theCase = await cases.lock(tx, caseId);
    const staff = onlyMediatorOrCentreOfCase(actor, theCase);
    const latest = await rows.latestOf(tx, caseId);
    if (latest?.status === "composing") return latest;
    const file = Object.assign(new CaseFile(), {
      id: uuid(),
      caseId,
      status: "composing" as const,
      requestedBy: staff.staffId,
      requestedAt: tx.now,
      done: 0,
      total: 0,
      documentSha256: null,
      pageCount: null,
      failure: null,
      finishedAt: null,
    });
    await rows.insert(tx, file);
    await jobs.enqueue(tx, COMPOSE_CASE_FILE, { caseFileId: file.id });
    return file;
  }

  /** The newest making, and whether an earlier one can be downloaded; null when nobody has asked yet. */
  async latest(
    tx: Tx,
    actor: Actor,
    caseId: string,
  ): Promise<{ latest: CaseFile | null; ready: CaseFile | null }> {
    const theCase = await this.#deps.cases.find(tx, caseId);
    onlyMediatorOrCentreOfCase(actor, theCase);
    const { rows } = this.#deps;
    return { latest: await rows.latestOf(tx, caseId), ready: await rows.latestReadyOf(tx, caseId) };
  }

  async download(
    actor: Actor,
    caseId: string,
  ): Promise<{ content: Uint8Array; sha256: string; number: string }> {
    const { db, cases, rows, files } = this.#deps;
    const { ready, number } = await db.read(async (tx) => {
      const theCase = await cases.find(tx, caseId);
      onlyMediatorOrCentreOfCase(actor, theCase);
      return { ready: await rows.latestReadyOf(tx, caseId), number: theCase.number };
    });
    const sha256 = ready?.documentSha256 ?? null;
    if (sha256 === null) throw new Refusal("not_found", "no file was made of this case");
    return { content: await files.read(sha256), sha256, number };
  }

  /** The job. Running it again after it succeeded changes nothing; what a person can mend is kept as the failure. */
  async compose(caseFileId: string): Promise<void> {
    const { db, documents, files } = this.#deps;
    const found = await db.read((tx) => this.#gather(tx, caseFileId));
    if (found === null) return;
    try {
      const papers = await this.#load(caseFileId, found);
      const binder = composeCaseFile(found.facts, papers);
      const { bytes, pageCount } = await documents.draw("binder", binder);
      const stored = await files.put(bytes, "application/pdf");
      await db.transaction(async (tx) => {
        const file = await this.#lock(tx, caseFileId);
        if (file === null) return;
        await registerFile(tx, stored);
        const { sha256 } = stored;
        const done = file.total;
        await this.#deps.rows.change(tx, caseFileId, {
          status: "ready",
          documentSha256: sha256,
          pageCount,
          done,
          finishedAt: tx.now,
        });
        await this.#deps.journal.append(tx, file.caseId, SYSTEM, [
          { type: "caseFile.made", payload: { caseFileId, sha256, pageCount } },
        ]);
      });
    } catch (error) {
      const failure = explain(error);
      if (failure === null) throw error;
      await this.fail(caseFileId, failure);
    }
  }

  async fail(caseFileId: string, failure: CaseFileFailure): Promise<void> {
    await this.#deps.db.transaction((tx) =>
      this.#deps.rows.change(tx, caseFileId, { status: "failed", failure, finishedAt: tx.now }),
    );
  }

  async #gather(tx: Tx, caseFileId: string): Promise<GatheredFile | null> {
    const { rows, cases, sources } = this.#deps;
    const file = await rows.find(tx, caseFileId);
    if (file?.status !== "composing") return null;
    const theCase = await cases.find(tx, file.caseId);
    const { name } = await sources.organisations.staffMember(tx, file.requestedBy);
    return await gatherCaseFile(tx, sources, theCase, { at: file.requestedAt, by: name });
  }

  /** Read the papers one after the other, so that somebody who waits can see how far it is. */
  async #load(caseFileId: string, gathered: GatheredFile): Promise<Loaded> {
    const { papers, confirmation } = gathered;
    const ruled = confirmation?.confirmation.rulingSha256 ?? null;
    const prepared = confirmation !== null && confirmation.confirmation.content !== null;
    const wanted = Object.values(papers).flat().length + (ruled === null ? 0 : 1) + (prepared ? 1 : 0);
    const budget = new Budget(wanted + 1, (done, total) => this.#progress(caseFileId, done, total));
    await budget.begin();
    const read = async (list: readonly AttachedPaper[]) => {
      const loaded: LoadedPaper[] = [];
      for (const { name, sha256 } of list) {
        const bytes = await this.#deps.files.read(sha256);
        await budget.took(bytes.byteLength);
        loaded.push({ name, bytes });
      }
      return loaded;
    };
    const application =
      confirmation !== null && prepared
        ? await this.#deps.sources.applications.asItStands(confirmation)
        : null;
    if (application !== null) await budget.took(application.byteLength);
    return {
      authorities: await read(papers.authorities),
      exhibits: await read(papers.exhibits),
      records: await read(papers.records),
      agreements: await read(papers.agreements),
      performance: await read(papers.performance),
      closing: await read(papers.closing),
      confirmation: [
        ...(application === null ? [] : [{ name: "司法确认申请书", bytes: application }]),
        ...(ruled === null ? [] : await read([{ name: "民事裁定书", sha256: ruled }])),
      ],
    };
  }

  async #progress(caseFileId: string, done: number, total: number): Promise<void> {
    await this.#deps.db.transaction((tx) => this.#deps.rows.change(tx, caseFileId, { done, total }));
  }

  async #lock(tx: Tx, caseFileId: string): Promise<CaseFile | null> {
    const found = await this.#deps.rows.find(tx, caseFileId);
    if (!found) return null;
    await this.#deps.cases.lock(tx, found.caseId);
    const file = await this.#deps.rows.find(tx, caseFileId);
    return file?.status === "composing" ? file : null;
  }
}

/** Counts steps and bytes of one making. */
class Budget {
  readonly #total: number;
  readonly #report: (done: number, total: number) => Promise<void>;
  #done = 0;
  #bytes = 0;

  constructor(total: number, report: (done: number, total: number) => Promise<void>) {
    this.#total = total;
    this.#report = report;
  }

  begin(): Promise<void> {
    return this.#report(0, this.#total);
  }

  async took(bytes: number): Promise<void> {
    this.#bytes += bytes;
    this.#done += 1;
    if (this.#bytes > MOST_BYTES) {
      throw new DocumentFailed("too_many_bytes", "the papers are too large", {
        most: MOST_BYTES / 1024 / 1024,
      });
    }
    await this.#report(this.#done, this.#total);
  }
}

/** What a person can do something about; null for what only trying again can help. */
function explain(error: unknown): CaseFileFailure | null {
  if (!(error instanceof DocumentFailed)) return null;
  if (error.code === "too_large") return { code: "too_large", params: { most: MOST_PAGES } };
  if (error.code === "too_many_bytes") {
    return { code: "too_many_bytes", params: { most: MOST_BYTES / 1024 / 1024 } };
  }
  const { name } = error.params;
  return typeof name === "string" ? { code: "exhibit_unreadable", params: { name } } : null;
}
