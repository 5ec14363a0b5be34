import { v7 as uuid } from "uuid";
import { pagesLeft, type SigningStepKind } from "../../shared/agreements/reading.ts";
import { SIGNING_CONSENT_VERSION } from "../../shared/agreements/signing.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Tx } from "../database/transaction.ts";
import type { Journal } from "../journal/index.ts";
import type { Agreement, SigningTrailSummary } from "./agreement.entity.ts";
import type { Device } from "./device.ts";
import { SigningStep } from "./signing.entity.ts";
import type { SigningRepository } from "./signing.repository.ts";

export type Signer = { actor: Actor; party: Party; personId: string; device: Device };
type Step = {
  kind: SigningStepKind;
  page?: number;
  pageCount?: number;
  details?: Record<string, string | number | null>;
  event?: EventDraft;
};

/** Everything a signer does with a text, kept step by step: in a table of its own, and in the journal. */
export class SigningTrail {
  readonly #rows: SigningRepository;
  readonly #journal: Journal;

  constructor(rows: SigningRepository, journal: Journal) {
    this.#rows = rows;
    this.#journal = journal;
  }

  /** The case is locked by the caller. */
  async record(tx: Tx, signer: Signer, agreement: Agreement, step: Step): Promise<void> {
    const { party, personId, device, actor } = signer;
    await this.#rows.insertStep(
      tx,
      Object.assign(new SigningStep(), {
        id: uuid(),
        agreementId: agreement.id,
        party,
        personId,
        kind: step.kind,
        page: step.page ?? null,
        pageCount: step.pageCount ?? null,
        contentHash: agreement.contentHash,
        details: step.details ?? {},
        ...device,
        at: tx.now,
      }),
    );
    if (step.event) await this.#journal.append(tx, agreement.caseId, actor, [step.event]);
  }

  stepsOf(tx: Tx, agreementId: string): Promise<SigningStep[]> {
    return this.#rows.stepsOf(tx, agreementId);
  }

  async stepsOfPerson(tx: Tx, agreementId: string, personId: string): Promise<SigningStep[]> {
    return (await this.stepsOf(tx, agreementId)).filter((step) => step.personId === personId);
  }

  hasViewed(tx: Tx, agreementId: string, personId: string, page: number): Promise<boolean> {
    return this.#rows.hasStep(tx, { agreementId, personId, kind: "page_viewed", page });
  }
}

/** Nothing is signed unread: every page was before this person. */
export function onlyRead(steps: readonly SigningStep[]): void {
  const views = steps.filter((step) => step.kind === "page_viewed");
  const pageCount = views.at(-1)?.pageCount ?? null;
  const left =
    pageCount === null
      ? null
      : pagesLeft(
          pageCount,
          views.flatMap(({ page }) => page ?? []),
        );
  if (left?.length === 0) return;
  throw new Refusal("not_read", "read every page before you sign", {
    params: { nextPage: left?.[0] ?? 1, pageCount },
  });
}

/** What the record of signing says of the way to a signature. */
export function trailOf(steps: readonly SigningStep[]): SigningTrailSummary {
  const of = (kind: SigningStepKind) => steps.filter((step) => step.kind === kind);
  const pages = of("page_viewed");
  return {
    openedAt: of("opened")[0]?.at.toISOString() ?? null,
    pageCount: pages.at(-1)?.pageCount ?? null,
    pages: pages.flatMap(({ page, at }) => (page === null ? [] : [{ page, at: at.toISOString() }])),
    codesSent: of("code_sent").length,
    wrongCodes: of("code_wrong").length,
    consentVersion: SIGNING_CONSENT_VERSION,
  };
}
