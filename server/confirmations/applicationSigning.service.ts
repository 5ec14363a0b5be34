import { v7 as uuid } from "uuid";
import { isSameName, type SignatureMethod } from "../../shared/agreements/signing.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { decideApplicant, type ConfirmationParty } from "../../shared/confirmations/lifecycle.ts";
import { APPLICATION_CONSENT_WORDING } from "../../shared/confirmations/signing.ts";
import { readSignatureImage } from "../agreements/index.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { CommittedRefusal } from "../http/route.ts";
import type { Journal } from "../journal/index.ts";
import type { ApplicationSealing } from "./applicationSealing.service.ts";
import { ConfirmationSignature, type ApplicationEvidence } from "./confirmation.entity.ts";
import { onlyApplicant } from "./confirmation.policy.ts";
import type { ConfirmationRepository } from "./confirmation.repository.ts";
import {
  decidedConfirmation,
  type ConfirmationInCase,
  type ConfirmationService,
} from "./confirmation.service.ts";

/** One-time codes to the number on file, bound to the text that is signed. */
export interface ApplicationCodes {
  send(tx: Tx, theCase: Case, text: SignedText): Promise<CodeSent>;
  /** Counts a wrong try: the caller commits although it refuses. */
  check(tx: Tx, theCase: Case, text: SignedText, code: string): Promise<CheckedCode>;
}
export type SignedText = { subjectId: string; contentHash: string };
export type CodeSent = { sentTo: string; expiresInSeconds: number; resendAfterSeconds: number };
export type CheckedCode = { ok: true; sentTo: string } | { ok: false; refusal: Refusal };

export type ApplicationSignatureInput = {
  method: SignatureMethod;
  typedName?: string;
  imagePng?: string;
  oneTimeCode?: string;
  /** What was on the signer's screen. */
  contentHash: string;
  ip: string;
  userAgent: string;
};

/** Both parties sign the joint application, in any order, as they signed the agreement. */
export class ApplicationSigning {
  readonly #confirmations: ConfirmationService;
  readonly #rows: ConfirmationRepository;
  readonly #journal: Journal;
  readonly #codes: ApplicationCodes;
  readonly #sealing: ApplicationSealing;

  constructor(deps: {
    confirmations: ConfirmationService;
    rows: ConfirmationRepository;
    journal: Journal;
    codes: ApplicationCodes;
    sealing: ApplicationSealing;
  }) {
    this.#confirmations = deps.confirmations;
    this.#rows = deps.rows;
    this.#journal = deps.journal;
    this.#codes = deps.codes;
    this.#sealing = deps.sealing;
  }

  /** Send the borrower the code they sign with. */
  async sendCode(tx: Tx, actor: Actor, caseId: string): Promise<CodeSent> {
    const found = await this.#confirmations.lock(tx, actor, caseId);
    if (onlyApplicant(actor, found.theCase) !== "borrower") {
      throw new Refusal("forbidden", "staff sign with their account");
    }
    decide(tx, found, "borrower");
    return await this.#codes.send(tx, found.theCase, textOf(found));
  }

  async sign(
    tx: Tx,
    actor: Actor,
    caseId: string,
    input: ApplicationSignatureInput,
  ): Promise<ConfirmationInCase | CommittedRefusal> {
    const found = await this.#confirmations.lock(tx, actor, caseId);
    const { theCase, confirmation, signatures } = found;
    const party = onlyApplicant(actor, theCase);
    const status = decide(tx, found, party);
    if (input.contentHash !== confirmation.contentHash) {
      throw new Refusal("terms_changed", "this is not the text you were shown; read it again");
    }
    const signer = signerOf(actor, found);
    const image = await mark(input, signer.name);
    const evidence = await this.#identify(tx, found, party, input);
    if (evidence instanceof CommittedRefusal) return evidence;
    const signature = Object.assign(new ConfirmationSignature(), {
      id: uuid(),
      confirmationId: confirmation.id,
      party,
      signerId: signer.id,
      signerName: signer.name,
      method: input.method,
      image,
      contentHash: input.contentHash,
      consentWording: APPLICATION_CONSENT_WORDING,
      evidence,
      signedAt: tx.now,
    });
    await this.#rows.insertSignature(tx, signature);
    await this.#rows.change(tx, confirmation, { status });
    const { id: confirmationId } = confirmation;
    const { method, contentHash } = input;
    await this.#journal.append(tx, theCase.id, actor, [
      { type: "confirmation.signed", payload: { confirmationId, party, method, contentHash } },
    ]);
    if (status === "signed") tx.afterCommit(() => this.#sealing.afterSigning(theCase));
    return { ...found, signatures: [...signatures, signature] };
  }

  async #identify(
    tx: Tx,
    found: ConfirmationInCase,
    party: ConfirmationParty,
    input: ApplicationSignatureInput,
  ): Promise<ApplicationEvidence | CommittedRefusal> {
    const base = { ip: plain(input.ip, 60), userAgent: plain(input.userAgent, 200) };
    if (party === "platform") return { ...base, codeSentTo: null };
    if (input.oneTimeCode === undefined) throw missing("/oneTimeCode", "enter the code we sent you");
    const checked = await this.#codes.check(tx, found.theCase, textOf(found), input.oneTimeCode);
    if (!checked.ok) return new CommittedRefusal(checked.refusal);
    return { ...base, codeSentTo: checked.sentTo };
  }
}

/** The name this person signs with: the borrower's as the agreement has it, or the staff member's own. */
export function signerOf(
  actor: Actor,
  { theCase, agreement }: ConfirmationInCase,
): { id: string; name: string } {
  if (actor.kind === "staff") return { id: actor.staffId, name: actor.name };
  return { id: theCase.borrowerId, name: agreement.snapshot.facts.borrower.name };
}

function decide(tx: Tx, { confirmation, signatures }: ConfirmationInCase, party: ConfirmationParty) {
  const when = { on: shanghaiDateOf(tx.now), deadline: confirmation.deadline };
  const signedBy = signatures.map((signature) => signature.party);
  return decidedConfirmation(decideApplicant(confirmation.status, signedBy, party, when), confirmation);
}

function textOf({ confirmation }: ConfirmationInCase): SignedText {
  return { subjectId: confirmation.id, contentHash: confirmation.contentHash ?? "" };
}

/** The picture of a drawn signature; null for a typed one, whose name must be the one on file. */
async function mark(input: ApplicationSignatureInput, onFile: string): Promise<Buffer | null> {
  if (input.method === "drawn") {
    if (input.imagePng === undefined) throw missing("/imagePng", "draw your name");
    return await readSignatureImage(input.imagePng);
  }
  if (input.typedName === undefined || !isSameName(input.typedName, onFile)) {
    throw missing("/typedName", "type your name exactly as it stands on file", "name.differs");
  }
  return null;
}

/** A device names itself as it likes; the document prints plain ASCII of it. */
function plain(text: string, length: number): string {
  const kept = text
    .replace(/[^\x20-\x7e]/gu, "")
    .slice(0, length)
    .trim();
  return kept === "" ? "-" : kept;
}

function missing(pointer: string, detail: string, code = "any.required"): Refusal {
  return new Refusal("validation_failed", detail, { errors: [{ pointer, code, detail }] });
}
