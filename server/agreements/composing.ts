import { v7 as uuid } from "uuid";
import { agreementNumber } from "../../shared/agreements/signing.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { ZERO_FEN, type Fen } from "../../shared/money/fen.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { basisOf, type CurrentStatement } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Representative } from "../representatives/index.ts";
import { Agreement } from "./agreement.entity.ts";
import type { AgreementRepository } from "./agreement.repository.ts";
import { composeAgreement, type AgreementContent } from "./agreementContent.ts";
import type { AgreementFacts } from "./agreementFacts.ts";
import { agreementContentHash } from "./agreementHash.ts";
import type { AuthorityService } from "./authority.service.ts";
import { gatherFacts, type FactSources, type Signatory } from "./gatherFacts.ts";

export type ToCompose = {
  theCase: Case;
  terms: Terms;
  statement: CurrentStatement;
  offerId: string;
  proposedBy: "borrower" | "platform" | "mediator";
  /** The text this one takes the place of before it was sealed. */
  replaces?: Agreement;
};

type TextInput = Omit<ToCompose, "offerId" | "proposedBy">;

/** Puts a text together from the case and writes it down, under the next number of the case. */
export class AgreementComposer {
  readonly #rows: AgreementRepository;
  readonly #journal: Journal;
  readonly #sources: FactSources;
  readonly #authorities: AuthorityService;

  constructor(
    rows: AgreementRepository,
    journal: Journal,
    sources: FactSources,
    authorities: AuthorityService,
  ) {
    this.#rows = rows;
    this.#journal = journal;
    this.#sources = sources;
    this.#authorities = authorities;
  }

  async compose(tx: Tx, actor: Actor, input: ToCompose): Promise<Agreement> {
    const { theCase, terms, offerId, proposedBy } = input;
    const number = agreementNumber(theCase.number, (await this.#rows.countOf(tx, theCase.id)) + 1);
    const { facts, content, signatory, representative } = await this.#text(tx, actor, input, number);
    const agreement = Object.assign(new Agreement(), {
      id: uuid(),
      caseId: theCase.id,
      platformId: theCase.platformId,
      number,
      offerId,
      proposedBy,
      status: "review" as const,
      terms,
      termsHash: facts.termsHash,
      snapshot: {
        facts,
        content,
        signatoryId: signatory.staff.id,
        representativeId: representative?.id ?? null,
      },
      contentHash: agreementContentHash(content),
      schedule: facts.schedule,
      totalFen: facts.schedule.totals.totalFen,
      composedAt: tx.now,
      releasedAt: null,
      sealedAt: null,
      sealedBy: null,
      documentSha256: null,
      pageCount: null,
      settings: null,
      deadline: null,
      remindersWritten: 0,
      replaces: input.replaces?.id ?? null,
      supersedes: null,
      supersededBy: null,
      supersededAt: null,
      version: 1,
    });
    await this.#rows.insert(tx, agreement);
    const { id: agreementId, termsHash, contentHash } = agreement;
    await this.#journal.append(tx, theCase.id, actor, [
      { type: "agreement.composed", payload: { agreementId, number, termsHash, contentHash } },
    ]);
    return agreement;
  }

  /** Refuse terms of which no text could be made today, with a list of what is missing. */
  async onlyComposable(tx: Tx, actor: Actor, input: TextInput): Promise<void> {
    const number = agreementNumber(
      input.theCase.number,
      (await this.#rows.countOf(tx, input.theCase.id)) + 1,
    );
    await this.#text(tx, actor, input, number);
  }

  /** Whether the same terms would make other words today than those of this text: a corrected name, another clause. */
  async wouldDiffer(tx: Tx, actor: Actor, agreement: Agreement, input: ToCompose): Promise<boolean> {
    const before = agreement.snapshot.facts;
    const { content } = await this.#text(tx, actor, input, agreement.number, {
      composedAt: before.composedAt,
      agreedOn: before.mediation.agreedOn,
    });
    return agreementContentHash(content) !== agreement.contentHash;
  }

  async #text(
    tx: Tx,
    actor: Actor,
    { theCase, terms, statement, replaces }: TextInput,
    number: string,
    dates?: { composedAt: string; agreedOn: string },
  ): Promise<{
    facts: AgreementFacts;
    content: AgreementContent;
    signatory: Signatory;
    representative: Representative | null;
  }> {
    const { totalFen } = computeSchedule(basisOf(statement), terms).totals;
    const signatory = await this.#signatory(tx, actor, { theCase, replaces, totalFen });
    const inForce = await this.#rows.latestSealedOf(tx, theCase.id);
    const representative = await this.#sources.representatives.signatoryOf(tx, theCase.id);
    const input = { theCase, terms, statement, number, signatory, representative };
    const gathered = {
      ...(await gatherFacts(tx, this.#sources, input)),
      supersedes: inForce === null ? null : { number: inForce.number, contentHash: inForce.contentHash },
    };
    const facts =
      dates === undefined
        ? gathered
        : {
            ...gathered,
            composedAt: dates.composedAt,
            mediation: { ...gathered.mediation, agreedOn: dates.agreedOn },
          };
    const texts = await this.#sources.templates.ofVersion(tx, facts.templateVersion ?? 0);
    const composed = composeAgreement(facts, { stage: "review" }, texts);
    if (!composed.ok) throw incomplete(composed.missing);
    return { facts, content: composed.content, signatory, representative };
  }

  /**
   * Who signs for the platform: whoever signs the text it replaces, else the approver who accepted or put the terms,
   * else the first by name; those whose authority covers the sum before those who have one, those before the others.
   */
  async #signatory(
    tx: Tx,
    actor: Actor,
    { theCase, replaces, totalFen }: { theCase: Case; replaces: Agreement | undefined; totalFen: Fen },
  ): Promise<Signatory> {
    const staff = await this.#sources.organisations.staffOf(tx, theCase.platformId);
    const approvers = staff.filter((member) => member.role === "platform_approver");
    const first =
      approvers.find((member) => member.id === replaces?.snapshot.signatoryId) ??
      approvers.find((member) => actor.kind === "staff" && member.id === actor.staffId);
    const inOrder = first === undefined ? approvers : [first, ...approvers];
    for (const covered of [totalFen, ZERO_FEN]) {
      for (const staff of inOrder) {
        const signing = { platformId: theCase.platformId, staffId: staff.id, totalFen: covered };
        const found = await this.#authorities.inForce(tx, signing);
        // One that does not reach to the sum is not named: by it nobody can sign this.
        if ("row" in found) return { staff, authority: covered === totalFen ? found.row : null };
      }
    }
    const [signatory] = inOrder;
    if (!signatory) throw incomplete([{ field: "/platform/signatory", why: "missing" }]);
    return { staff: signatory, authority: null };
  }
}

function incomplete(missing: readonly { field: string; why: string; detail?: string }[]): Refusal {
  return new Refusal("document_incomplete", "the agreement cannot be drawn up yet", {
    errors: missing.map(({ field, why, detail }) => ({ pointer: field, code: why, detail: detail ?? why })),
  });
}
