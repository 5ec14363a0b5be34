import { v7 as uuid } from "uuid";
import { isPastDeadline } from "../../shared/agreements/deadline.ts";
import { decideSignature, type AgreementDecision } from "../../shared/agreements/lifecycle.ts";
import { newlyInTurn, USUAL_ORDER } from "../../shared/agreements/order.ts";
import {
  isSameName,
  SIGNING_CONSENT_VERSION,
  SIGNING_CONSENT_WORDING,
  type SignatureMethod,
} from "../../shared/agreements/signing.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import { onlyBorrowerOfCase, onlyInStages, type Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { CommittedRefusal } from "../http/route.ts";
import type { Journal } from "../journal/index.ts";
import {
  AgreementSignatureRow,
  type Agreement,
  type AuthorityShown,
  type RepresentationShown,
  type SignatureEvidence,
} from "./agreement.entity.ts";
import { onlySigner } from "./agreement.policy.ts";
import type { AgreementRepository } from "./agreement.repository.ts";
import { decided, type AgreementInCase, type AgreementService } from "./agreement.service.ts";
import type { AuthorityService } from "./authority.service.ts";
import type { RepresentativeService } from "../representatives/index.ts";
import { printable, type Device } from "./device.ts";
import { readSignatureImage } from "./signatureImage.ts";
import { idOf, nameOnFile, partiesOf, representativeIdOf } from "./signer.ts";
import { onlyRead, trailOf, type Signer, type SigningTrail } from "./signingTrail.ts";

/** One-time codes to the number on file, as outreach sends and checks them. A code is good for one binding alone. */
export interface SigningCodes {
  send(
    tx: Tx,
    theCase: Case,
    agreementId: string,
    binding: string,
    representativeId: string | null,
  ): Promise<SentCode>;
  /** Counts a wrong try: the caller commits although it refuses. */
  check(
    tx: Tx,
    theCase: Case,
    agreementId: string,
    given: { code: string; binding: string; representativeId: string | null },
  ): Promise<CheckedCode>;
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
  /** Which text of the consent was; the one in force unless told. */
  consentVersion?: string;
} & Device;

/** People sign: who they are, that they mean it, and what exactly they saw is kept with each signature. */
export class SigningService {
  readonly #agreements: AgreementService;
  readonly #rows: AgreementRepository;
  readonly #journal: Journal;
  readonly #codes: SigningCodes;
  readonly #trail: SigningTrail;
  readonly #authorities: AuthorityService;
  readonly #representatives: Pick<RepresentativeService, "inForce">;

  constructor(deps: {
    agreements: AgreementService;
    rows: AgreementRepository;
    journal: Journal;
    signingCodes: SigningCodes;
    trail: SigningTrail;
    authorities: AuthorityService;
    representatives: Pick<RepresentativeService, "inForce">;
  }) {
    this.#agreements = deps.agreements;
    this.#rows = deps.rows;
    this.#journal = deps.journal;
    this.#codes = deps.signingCodes;
    this.#trail = deps.trail;
    this.#authorities = deps.authorities;
    this.#representatives = deps.representatives;
  }

  /** Send the borrower the code they sign with, when it is their turn and they have read the whole text. */
  async sendCode(
    tx: Tx,
    actor: Actor,
    agreementId: string,
    device: Device = { ip: "-", userAgent: "-" },
  ): Promise<SentCode> {
    const { theCase, agreement, signatures } = await this.#agreements.lock(tx, actor, agreementId);
    onlyBorrowerOfCase(actor, theCase);
    onlySigner(actor, theCase, agreement);
    const personId = idOf(actor);
    onlyInStages(theCase, ["signing"]);
    decidedInTime(agreement, turn(agreement, signatures, "borrower"), tx.now);
    onlyRead(await this.#trail.stepsOfPerson(tx, agreementId, personId));
    const sent = await this.#codes.send(
      tx,
      theCase,
      agreementId,
      bindingOf(personId, agreement),
      representativeIdOf(actor),
    );
    const signer = { actor, party: "borrower" as const, personId, device };
    const { sentTo } = sent;
    await this.#trail.record(tx, signer, agreement, {
      kind: "code_sent",
      details: { sentTo },
      event: { type: "agreement.codeSent", payload: { agreementId, party: "borrower", sentTo } },
    });
    return sent;
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
    const status = decidedInTime(agreement, turn(agreement, signatures, party), tx.now);
    onlyThisText(agreement, input);
    const signer: Signer = { actor, party, personId: idOf(actor), device: deviceIn(input) };
    if (party === "borrower") onlyRead(await this.#trail.stepsOfPerson(tx, agreementId, signer.personId));
    const authority = party === "platform" ? await this.#onlyAuthorised(tx, signer, agreement) : null;
    const representation = await this.#onlyWhileActing(tx, signer, agreement);
    const signerName = nameOnFile(agreement, party);
    const image = await mark(input, signerName);
    const proof = await this.#identify(tx, theCase, agreement, signer, input);
    if (proof instanceof CommittedRefusal) return proof;
    await this.#consent(tx, signer, agreement);
    const trail = trailOf(await this.#trail.stepsOfPerson(tx, agreementId, signer.personId));
    const signature = Object.assign(new AgreementSignatureRow(), {
      id: uuid(),
      agreementId,
      party,
      signerId: signer.personId,
      signerName,
      method: input.method,
      image,
      contentHash: agreement.contentHash,
      consentWording: SIGNING_CONSENT_WORDING,
      evidence: { ...proof, trail, authority, representation },
      signedAt: tx.now,
    });
    await this.#rows.insertSignature(tx, signature);
    await this.#rows.change(tx, agreement, { status });
    await this.#announce(tx, signer, agreement, { signatures, method: input.method });
    return { theCase, agreement, signatures: [...signatures, signature] };
  }

  /** The signature goes on record; those who come up next hear that it is their turn. */
  async #announce(
    tx: Tx,
    signer: Signer,
    agreement: Agreement,
    signed: { signatures: readonly AgreementSignatureRow[]; method: SignatureMethod },
  ): Promise<void> {
    const { party, actor } = signer;
    const { id: agreementId, contentHash } = agreement;
    const { method } = signed;
    const before = partiesOf(signed.signatures);
    const parties = newlyInTurn(agreement.settings?.order ?? USUAL_ORDER, before, [...before, party]);
    await this.#trail.record(tx, signer, agreement, { kind: "signed", details: { method } });
    const events: EventDraft[] = [
      { type: "agreement.signed", payload: { agreementId, party, method, contentHash } },
    ];
    if (parties.length > 0) events.push({ type: "agreement.turn", payload: { agreementId, parties } });
    await this.#journal.append(tx, agreement.caseId, actor, events);
  }

  async #consent(tx: Tx, signer: Signer, agreement: Agreement): Promise<void> {
    const { party } = signer;
    const version = SIGNING_CONSENT_VERSION;
    await this.#trail.record(tx, signer, agreement, {
      kind: "consent_shown",
      details: { version },
      event: { type: "agreement.consentShown", payload: { agreementId: agreement.id, party, version } },
    });
  }

  /** Somebody signs for a platform by an authority on file that is in force today and covers the sum. */
  async #onlyAuthorised(tx: Tx, signer: Signer, agreement: Agreement): Promise<AuthorityShown> {
    const found = await this.#authorities.inForce(tx, {
      platformId: agreement.platformId,
      staffId: signer.personId,
      totalFen: agreement.totalFen,
    });
    if ("fault" in found) {
      throw new Refusal("authority_missing", "no authority in force covers this signature", {
        params: { fault: found.fault },
      });
    }
    const { number, validFrom, validTo, maxTotalFen, documentSha256 } = found.row;
    return { number, validFrom, validTo, maxTotalFen, documentSha256 };
  }

  /** Somebody signs for the borrower by a power that is in force at this moment and covers it. */
  async #onlyWhileActing(tx: Tx, signer: Signer, agreement: Agreement): Promise<RepresentationShown | null> {
    const id = representativeIdOf(signer.actor);
    if (id === null) return null;
    const found = await this.#representatives.inForce(tx, id);
    if (found?.scope !== "special")
      throw new Refusal("beyond_powers", "no power in force covers this signature");
    const { grantedOn, endsOn, paperSha256 } = found;
    return { borrowerName: agreement.snapshot.facts.borrower.name, grantedOn, endsOn, paperSha256 };
  }

  /** Staff are signed in; the borrower proves the number on file once more, at the moment of signing. */
  async #identify(
    tx: Tx,
    theCase: Case,
    agreement: Agreement,
    signer: Signer,
    input: SignatureInput,
  ): Promise<SignatureEvidence | CommittedRefusal> {
    const at = tx.now.toISOString();
    const base = { ...signer.device, at };
    if (signer.party !== "borrower") {
      return { ...base, codeSentTo: null, codeSentAt: null, codeEnteredAt: null };
    }
    if (input.oneTimeCode === undefined) throw missing("/oneTimeCode", "enter the code we sent you");
    const binding = bindingOf(signer.personId, agreement);
    const given = { code: input.oneTimeCode, binding, representativeId: representativeIdOf(signer.actor) };
    const checked = await this.#codes.check(tx, theCase, agreement.id, given);
    await this.#recordCode(tx, signer, agreement, checked.ok);
    if (!checked.ok) return new CommittedRefusal(checked.refusal);
    return {
      ...base,
      codeSentTo: checked.sentTo,
      codeSentAt: checked.sentAt.toISOString(),
      codeEnteredAt: at,
    };
  }

  async #recordCode(tx: Tx, signer: Signer, agreement: Agreement, right: boolean): Promise<void> {
    const steps = await this.#trail.stepsOfPerson(tx, agreement.id, signer.personId);
    const failures = steps.filter((step) => step.kind === "code_wrong").length + (right ? 0 : 1);
    const payload = { agreementId: agreement.id, party: signer.party, right, failures };
    await this.#trail.record(tx, signer, agreement, {
      kind: right ? "code_right" : "code_wrong",
      details: { failures },
      event: { type: "agreement.codeEntered", payload },
    });
  }
}

/** Who signs what: a code sent for one person, agreement and text is nothing for any other. */
function bindingOf(personId: string, agreement: Agreement): string {
  return `${personId}:${agreement.id}:${agreement.contentHash}`;
}

function turn(
  agreement: Agreement,
  signatures: readonly AgreementSignatureRow[],
  party: Party,
): AgreementDecision {
  const order = agreement.settings?.order ?? USUAL_ORDER;
  return decideSignature(agreement.status, partiesOf(signatures), party, order);
}

/** The next status; out of turn, a second time, or too late is refused, each in its own words. */
function decidedInTime(agreement: Agreement, decision: AgreementDecision, now: Date) {
  const status = decided(decision);
  if (isPastDeadline(agreement.deadline, now)) {
    throw new Refusal("deadline_passed", "the time to sign is over", {
      params: { deadline: agreement.deadline?.toISOString() ?? null },
    });
  }
  return status;
}

function onlyThisText(agreement: Agreement, input: SignatureInput): void {
  const { contentHash, consentVersion = SIGNING_CONSENT_VERSION } = input;
  if (contentHash !== agreement.contentHash || consentVersion !== SIGNING_CONSENT_VERSION) {
    throw new Refusal("terms_changed", "this is not the text you were shown; read it again");
  }
}

function deviceIn(input: Device): Device {
  return { ip: printable(input.ip, 60), userAgent: printable(input.userAgent, 200) };
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

function missing(pointer: string, detail: string, code = "any.required"): Refusal {
  return new Refusal("validation_failed", detail, { errors: [{ pointer, code, detail }] });
}
