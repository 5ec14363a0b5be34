import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { confirmationDeadline } from "../../shared/confirmations/deadline.ts";
import {
  decideConfirmation,
  RUNNING_STATUSES,
  type ConfirmationCommand,
  type ConfirmationDecision,
  type ConfirmationStatus,
} from "../../shared/confirmations/lifecycle.ts";
import { judicialConfirmationOn } from "../../shared/law/lawBook.ts";
import type { CourtBasis, JudicialConfirmation } from "../../shared/law/judicialConfirmation.ts";
import type { DatedRule } from "../../shared/law/rule.ts";
import type { Agreement, AgreementService } from "../agreements/index.ts";
import { viewerOfCase, type Case, type CaseService } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { registerFile, type StoredContent } from "../files/index.ts";
import type { Journal } from "../journal/index.ts";
import type { LawService } from "../law/index.ts";
import { composeApplication } from "./applicationContent.ts";
import { applicationHash } from "./applicationHash.ts";
import { Confirmation, type ConfirmationSignature } from "./confirmation.entity.ts";
import { onlyKeeper } from "./confirmation.policy.ts";
import type { ConfirmationRepository } from "./confirmation.repository.ts";
import { gatherApplication } from "./gatherApplication.ts";

export type ConfirmationInCase = {
  theCase: Case;
  agreement: Agreement;
  confirmation: Confirmation;
  signatures: ConfirmationSignature[];
  rule: DatedRule<JudicialConfirmation>;
};
export type Ruling = {
  outcome: "confirmed" | "refused";
  concludedOn: LocalDate;
  note: string | null;
  file: StoredContent;
  fileName: string;
};

/** A court confirms what the parties agreed: the limit runs from effectiveness, and both apply together. */
export class ConfirmationService {
  readonly #rows: ConfirmationRepository;
  readonly #cases: CaseService;
  readonly #agreements: AgreementService;
  readonly #journal: Journal;
  readonly #law: LawService;

  constructor(deps: {
    rows: ConfirmationRepository;
    cases: CaseService;
    agreements: AgreementService;
    journal: Journal;
    law: LawService;
  }) {
    this.#rows = deps.rows;
    this.#cases = deps.cases;
    this.#agreements = deps.agreements;
    this.#journal = deps.journal;
    this.#law = deps.law;
  }

  /** An agreement came into force: the limit begins to run. */
  async onSealed(tx: Tx, theCase: Case, agreement: Agreement): Promise<void> {
    const effectiveOn = shanghaiDateOf(agreement.sealedAt ?? tx.now);
    const { lastDay, date, provisional } = confirmationDeadline(await this.#law.book(tx), effectiveOn);
    const confirmation = Object.assign(new Confirmation(), {
      id: uuid(),
      caseId: theCase.id,
      agreementId: agreement.id,
      status: "open" as const,
      effectiveOn,
      lastDay,
      deadline: date,
      provisional,
      version: 1,
    });
    await this.#rows.insert(tx, confirmation);
  }

  /** Another agreement took its place: nobody asks a court to confirm this one any more. */
  async onSuperseded(tx: Tx, actor: Actor, agreement: Agreement): Promise<void> {
    const confirmation = await this.#rows.ofAgreement(tx, agreement.id);
    if (confirmation && RUNNING_STATUSES.includes(confirmation.status)) {
      await this.#giveUp(tx, actor, confirmation);
    }
  }

  async ofCase(tx: Tx, actor: Actor, caseId: string): Promise<ConfirmationInCase> {
    const theCase = await this.#cases.find(tx, caseId);
    viewerOfCase(actor, theCase);
    return await this.#load(tx, theCase);
  }

  /** For the mediation file, whose readers are authorised by whoever makes it; null before anything was prepared. */
  async forFile(tx: Tx, theCase: Case): Promise<ConfirmationInCase | null> {
    const found = await this.#load(tx, theCase);
    return found.confirmation.content === null ? null : found;
  }

  /** The confirmation with its case held, for somebody who may see it. */
  async lock(tx: Tx, actor: Actor, caseId: string): Promise<ConfirmationInCase> {
    const theCase = await this.#cases.lock(tx, caseId);
    viewerOfCase(actor, theCase);
    return await this.#load(tx, theCase);
  }

  /** Name the court and compose the application both will sign. Another court voids the signatures there are. */
  async prepare(
    tx: Tx,
    actor: Actor,
    caseId: string,
    input: { court: string; courtBasis: CourtBasis },
  ): Promise<ConfirmationInCase> {
    const found = await this.lock(tx, actor, caseId);
    const { theCase, agreement, confirmation, rule } = found;
    onlyKeeper(actor, theCase);
    const status = this.#decide(tx, found, "prepare");
    if (!rule.value.courts.includes(input.courtBasis)) {
      throw new Refusal("validation_failed", "the rule in force names no such court", {
        errors: [{ pointer: "/courtBasis", code: "unknown_value", detail: rule.value.courts.join(", ") }],
      });
    }
    const composed = composeApplication(gatherApplication(agreement, confirmation, input.court, tx.now));
    if (!composed.ok) {
      const errors = composed.missing.map(({ field, why }) => ({ pointer: field, code: why, detail: why }));
      throw new Refusal("document_incomplete", "the application cannot be drawn up yet", { errors });
    }
    const { content } = composed;
    const contentHash = applicationHash(content);
    await this.#rows.change(tx, confirmation, {
      ...input,
      status,
      content,
      contentHash,
      preparedAt: tx.now,
      note: null,
    });
    const { id: confirmationId, deadline } = confirmation;
    await this.#journal.append(tx, caseId, actor, [
      { type: "confirmation.prepared", payload: { confirmationId, court: input.court, deadline } },
    ]);
    return { ...found, signatures: await this.#rows.signaturesOf(tx, confirmation) };
  }

  /** The court has the application. The day of filing counts, not the day it is written down. */
  async file(
    tx: Tx,
    actor: Actor,
    caseId: string,
    input: { filedOn: LocalDate; courtCaseNumber: string },
  ): Promise<ConfirmationInCase> {
    const found = await this.lock(tx, actor, caseId);
    const { theCase, confirmation } = found;
    onlyKeeper(actor, theCase);
    const signedOn = found.signatures.at(-1)?.signedAt;
    onlyBetween("/filedOn", input.filedOn, shanghaiDateOf(signedOn ?? tx.now), shanghaiDateOf(tx.now));
    const status = this.#decide(tx, found, "file", input.filedOn);
    await this.#rows.change(tx, confirmation, { ...input, status });
    await this.#journal.append(tx, caseId, actor, [
      { type: "confirmation.filed", payload: { confirmationId: confirmation.id, ...input } },
    ]);
    return found;
  }

  /** The court has ruled; the ruling itself is kept. */
  async conclude(tx: Tx, actor: Actor, caseId: string, ruling: Ruling): Promise<ConfirmationInCase> {
    const found = await this.lock(tx, actor, caseId);
    const { theCase, confirmation } = found;
    onlyKeeper(actor, theCase);
    const { outcome, concludedOn, note, file, fileName } = ruling;
    const status = this.#decide(tx, found, outcome === "confirmed" ? "confirm" : "refuse");
    onlyBetween("/concludedOn", concludedOn, confirmation.filedOn ?? concludedOn, shanghaiDateOf(tx.now));
    await registerFile(tx, file);
    await this.#rows.change(tx, confirmation, {
      status,
      concludedOn,
      note,
      rulingSha256: file.sha256,
      rulingName: fileName,
      rulingMime: file.mime,
    });
    const { id: confirmationId } = confirmation;
    await this.#journal.append(tx, caseId, actor, [
      {
        type: "confirmation.concluded",
        payload: { confirmationId, outcome, concludedOn, sha256: file.sha256 },
      },
    ]);
    return found;
  }

  /** Whether the mediator or the centre may enter a ruling now: asked before an upload is read. */
  async mayConclude(tx: Tx, actor: Actor, caseId: string): Promise<void> {
    const found = await this.ofCase(tx, actor, caseId);
    onlyKeeper(actor, found.theCase);
    this.#decide(tx, found, "confirm");
  }

  /** The parties do not ask the court, or not any more. */
  async withdraw(tx: Tx, actor: Actor, caseId: string): Promise<ConfirmationInCase> {
    const found = await this.lock(tx, actor, caseId);
    onlyKeeper(actor, found.theCase);
    this.#decide(tx, found, "withdraw");
    await this.#giveUp(tx, actor, found.confirmation);
    return found;
  }

  async #giveUp(tx: Tx, actor: Actor, confirmation: Confirmation): Promise<void> {
    await this.#rows.change(tx, confirmation, { status: "withdrawn" });
    await this.#journal.append(tx, confirmation.caseId, actor, [
      { type: "confirmation.withdrawn", payload: { confirmationId: confirmation.id } },
    ]);
  }

  #decide(
    tx: Tx,
    found: ConfirmationInCase,
    command: ConfirmationCommand,
    on?: LocalDate,
  ): ConfirmationStatus {
    const { status, deadline } = found.confirmation;
    const when = { on: on ?? shanghaiDateOf(tx.now), deadline };
    return decidedConfirmation(decideConfirmation(status, command, when), found.confirmation);
  }

  async #load(tx: Tx, theCase: Case): Promise<ConfirmationInCase> {
    const agreement = await this.#agreements.sealedOf(tx, theCase.id);
    const confirmation = agreement && (await this.#rows.ofAgreement(tx, agreement.id));
    if (!confirmation) throw new Refusal("not_found", "this case has no agreement in force");
    const signatures = await this.#rows.signaturesOf(tx, confirmation);
    const rule = judicialConfirmationOn(await this.#law.book(tx), confirmation.effectiveOn);
    return { theCase, agreement, confirmation, signatures, rule };
  }
}

/** The next status, or the lifecycle's refusal; a limit that is over says when it ended. */
export function decidedConfirmation(
  decision: ConfirmationDecision,
  { deadline }: Pick<Confirmation, "deadline">,
): ConfirmationStatus {
  if (decision.ok) return decision.to;
  const params = decision.code === "deadline_passed" ? { deadline } : {};
  throw new Refusal(decision.code, "judicial confirmation does not allow this now", { params });
}

function onlyBetween(pointer: string, date: LocalDate, first: LocalDate, last: LocalDate): void {
  if (date >= first && date <= last) return;
  const code = date > last ? "date.future" : "date.too_early";
  throw new Refusal("validation_failed", "this date cannot be right", {
    errors: [{ pointer, code, detail: `between ${first} and ${last}` }],
  });
}
