import { v7 as uuid } from "uuid";
import { decideSignature } from "../../shared/agreements/lifecycle.ts";
import {
  isSameName,
  SIGNING_CONSENT_WORDING,
  type SignatureMethod,
} from "../../shared/agreements/signing.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import { onlyBorrowerOfCase, onlyInStages, type Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { CommittedRefusal } from "../http/route.ts";
import type { Journal } from "../journal/index.ts";
import { AgreementSignatureRow, type Agreement, type SignatureEvidence } from "./agreement.entity.ts";
import { onlySigner } from "./agreement.policy.ts";
import type { AgreementRepository } from "./agreement.repository.ts";
import { decided, type AgreementInCase, type AgreementService } from "./agreement.service.ts";
import { readSignatureImage } from "./signatureImage.ts";

/** One-time codes to the number on file, as outreach sends and checks them. */
export interface SigningCodes {
  send(tx: Tx, theCase: Case, agreementId: string): Promise<SentCode>;
  /** Counts a wrong try: the caller commits although it refuses. */
  check(tx: Tx, theCase: Case, agreementId: string, code: string): Promise<CheckedCode>;
}
export type SentCode = { sentTo: string; expiresInSeconds: number; resendAfterSeconds: number };
export type CheckedCode = { ok: true; sentAt: Date; sentTo: string } | { ok: false; refusal: Refusal };

export type SignatureInput = {
  method: SignatureMethod;
  typedName?: string;
  imagePng?: string;
  oneTimeCode?: string;
  /** What was on the signer's screen. */
  contentHash: string;
  ip: string;
  userAgent: string;
};

/** People sign: who they are, that they mean it, and what exactly they saw is kept with each signature. */
export class SigningService {
  readonly #agreements: AgreementService;
  readonly #rows: AgreementRepository;
  readonly #journal: Journal;
  readonly #codes: SigningCodes;

  constructor(
    agreements: AgreementService,
    rows: AgreementRepository,
    journal: Journal,
    codes: SigningCodes,
  ) {
    this.#agreements = agreements;
    this.#rows = rows;
    this.#journal = journal;
    this.#codes = codes;
  }

  /** Send the borrower the code they sign with. */
  async sendCode(tx: Tx, actor: Actor, agreementId: string): Promise<SentCode> {
    const { theCase, agreement, signatures } = await this.#agreements.lock(tx, actor, agreementId);
    onlyBorrowerOfCase(actor, theCase);
    onlyInStages(theCase, ["signing"]);
    decided(decideSignature(agreement.status, parties(signatures), "borrower"));
    return await this.#codes.send(tx, theCase, agreementId);
  }

  async sign(
    tx: Tx,
    actor: Actor,
    agreementId: string,
    input: SignatureInput,
  ): Promise<AgreementInCase | CommittedRefusal> {
    const found = await this.#agreements.lock(tx, actor, agreementId);
    const { theCase, agreement, signatures } = found;
    const party = onlySigner(actor, theCase, agreement);
    onlyInStages(theCase, ["signing"]);
    const status = decided(decideSignature(agreement.status, parties(signatures), party));
    if (input.contentHash !== agreement.contentHash) {
      throw new Refusal("terms_changed", "this is not the text you were shown; read it again");
    }
    const signerName = nameOnFile(agreement, party);
    const image = await mark(input, signerName);
    const proof = await this.#identify(tx, theCase, agreement, party, input);
    if (proof instanceof CommittedRefusal) return proof;
    const signature = Object.assign(new AgreementSignatureRow(), {
      id: uuid(),
      agreementId,
      party,
      signerId: idOf(actor),
      signerName,
      method: input.method,
      image,
      contentHash: agreement.contentHash,
      consentWording: SIGNING_CONSENT_WORDING,
      evidence: proof,
      signedAt: tx.now,
    });
    await this.#rows.insertSignature(tx, signature);
    await this.#rows.change(tx, agreement, { status });
    const { method } = input;
    await this.#journal.append(tx, theCase.id, actor, [
      {
        type: "agreement.signed",
        payload: { agreementId, party, method, contentHash: agreement.contentHash },
      },
    ]);
    return { theCase, agreement, signatures: [...signatures, signature] };
  }

  /** Staff are signed in; the borrower proves the number on file once more, at the moment of signing. */
  async #identify(
    tx: Tx,
    theCase: Case,
    agreement: Agreement,
    party: Party,
    input: SignatureInput,
  ): Promise<SignatureEvidence | CommittedRefusal> {
    const at = tx.now.toISOString();
    const base = { ip: printable(input.ip, 60), userAgent: printable(input.userAgent, 200), at };
    if (party !== "borrower") return { ...base, codeSentTo: null, codeSentAt: null, codeEnteredAt: null };
    if (input.oneTimeCode === undefined) throw missing("/oneTimeCode", "enter the code we sent you");
    const checked = await this.#codes.check(tx, theCase, agreement.id, input.oneTimeCode);
    if (!checked.ok) return new CommittedRefusal(checked.refusal);
    return {
      ...base,
      codeSentTo: checked.sentTo,
      codeSentAt: checked.sentAt.toISOString(),
      codeEnteredAt: at,
    };
  }
}

/** The picture of a drawn signature; null for a typed one, whose name must be the one on file. */
async function mark(input: SignatureInput, onFile: string): Promise<Buffer | null> {
  if (input.method === "drawn") {
    if (input.imagePng === undefined) throw missing("/imagePng", "draw your name");
    return await readSignatureImage(input.imagePng);
  }
  if (input.typedName === undefined || !isSameName(input.typedName, onFile)) {
    throw missing("/typedName", "type your name exactly as it stands in the agreement", "name.differs");
  }
  return null;
}

function nameOnFile({ snapshot }: Agreement, party: Party): string {
  const { facts } = snapshot;
  if (party === "borrower") return facts.borrower.name;
  return party === "platform" ? facts.platform.signatory.name : facts.mediator.name;
}

function parties(signatures: readonly AgreementSignatureRow[]): Party[] {
  return signatures.map((signature) => signature.party);
}

function idOf(actor: Actor): string {
  if (actor.kind === "staff") return actor.staffId;
  if (actor.kind === "borrower") return actor.borrowerId;
  throw new Refusal("forbidden", "a person signs, not the system");
}

/** A device names itself as it likes; the document prints plain ASCII of it and nothing that steers a printer. */
function printable(text: string, length: number): string {
  const plain = text
    .replace(/[^\x20-\x7e]/gu, "")
    .slice(0, length)
    .trim();
  return plain === "" ? "-" : plain;
}

function missing(pointer: string, detail: string, code = "any.required"): Refusal {
  return new Refusal("validation_failed", detail, { errors: [{ pointer, code, detail }] });
}
