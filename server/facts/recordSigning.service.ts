import { v7 as uuid } from "uuid";
import { isSameName, type SignatureMethod } from "../../shared/agreements/signing.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { FactRecordView } from "../../shared/facts/factView.ts";
import type { FactSide } from "../../shared/facts/lifecycle.ts";
import {
  decideRecord,
  RECORD_CONSENT_WORDING,
  signCommand,
  type RecordStatus,
} from "../../shared/facts/record.ts";
import { onlyInStages, type Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { CommittedRefusal } from "../http/route.ts";
import { FactRecordSignature, type FactRecord, type RecordEvidence } from "./fact.entity.ts";
import { onlySignatory, RECORD_STAGES } from "./fact.policy.ts";
import { presentRecord, signerOf } from "./fact.presenter.ts";
import type { FactDesk, RecordAt } from "./factDesk.ts";

/** How people prove at the moment of signing that it is they. */
export interface SigningMeans {
  /** A code to the number on file, good for this text alone. */
  sendCode(tx: Tx, theCase: Case, text: SignedText): Promise<CodeSent>;
  /** Counts a wrong try: the caller commits although it refuses. */
  checkCode(tx: Tx, theCase: Case, text: SignedText, code: string): Promise<CheckedCode>;
  /** The paper by which somebody signs for a platform today; null when none is on file. */
  authorityOf(tx: Tx, signing: { platformId: string; staffId: string }): Promise<{ number: string } | null>;
  /** A drawn name as it is kept; refuses what is blank or no picture. */
  readImage(base64: string): Promise<Buffer>;
}
export type SignedText = { subjectId: string; contentHash: string };
type CodeSent = { sentTo: string; expiresInSeconds: number; resendAfterSeconds: number };
type CheckedCode = { ok: true; sentTo: string } | { ok: false; refusal: Refusal };

/** Both signatures are there: the record is drawn and sealed by a job of its own. */
export interface SignedListener {
  onSigned(tx: Tx, theCase: Case, record: FactRecord): Promise<void>;
}

export type RecordSignatureInput = {
  method: SignatureMethod;
  typedName?: string;
  imagePng?: string;
  oneTimeCode?: string;
  /** What was on the signer's screen. */
  contentHash: string;
  ip: string;
  userAgent: string;
};

/** Both parties sign the record, in any order, as they sign an agreement. */
export class RecordSigning {
  readonly #desk: FactDesk;
  readonly #means: SigningMeans;
  readonly #listener: SignedListener;

  constructor(deps: { desk: FactDesk; means: SigningMeans; listener: SignedListener }) {
    this.#desk = deps.desk;
    this.#means = deps.means;
    this.#listener = deps.listener;
  }

  /** Send the borrower the code they sign with. */
  async sendCode(tx: Tx, actor: Actor, recordId: string): Promise<CodeSent> {
    const at = await this.#desk.lockRecord(tx, actor, recordId);
    const { theCase, record } = at;
    if (onlySignatory(actor, theCase) !== "borrower") {
      throw new Refusal("forbidden", "staff sign with their account");
    }
    onlyInStages(theCase, RECORD_STAGES);
    decided(record, "borrower");
    return await this.#means.sendCode(tx, theCase, textOf(record));
  }

  async sign(
    tx: Tx,
    actor: Actor,
    recordId: string,
    input: RecordSignatureInput,
  ): Promise<FactRecordView | CommittedRefusal> {
    const at = await this.#desk.lockRecord(tx, actor, recordId);
    const { theCase, record } = at;
    const side = onlySignatory(actor, theCase);
    onlyInStages(theCase, RECORD_STAGES);
    const status = decided(record, side);
    if (input.contentHash !== record.contentHash) {
      throw new Refusal("terms_changed", "this is not the text you were shown; read it again");
    }
    const { name } = signerOf(actor, record);
    const image = await this.#mark(input, name);
    const evidence = await this.#identify(tx, actor, at, input);
    if (evidence instanceof CommittedRefusal) return evidence;
    const { method, contentHash } = input;
    await this.#desk.rows.insertSignature(
      tx,
      Object.assign(new FactRecordSignature(), {
        id: uuid(),
        recordId,
        party: side,
        signerId: actor.kind === "staff" ? actor.staffId : theCase.borrowerId,
        signerName: name,
        method,
        image,
        contentHash,
        consentWording: RECORD_CONSENT_WORDING,
        evidence,
        signedAt: tx.now,
      }),
    );
    await this.#desk.rows.changeRecord(tx, record, {
      status,
      signedAt: status === "signed" ? tx.now : null,
    });
    await this.#desk.write(tx, actor, theCase.id, {
      type: "factRecord.signed",
      payload: { recordId, number: record.number, party: side, method, contentHash },
    });
    if (status === "signed") {
      await this.#desk.rows.fix(tx, record);
      await this.#listener.onSigned(tx, theCase, record);
    }
    return presentRecord(actor, theCase, record, await this.#desk.rows.signaturesOf(tx, [recordId]));
  }

  async #identify(
    tx: Tx,
    actor: Actor,
    { theCase, record }: RecordAt,
    input: RecordSignatureInput,
  ): Promise<RecordEvidence | CommittedRefusal> {
    const base = { ip: plain(input.ip, 60), userAgent: plain(input.userAgent, 200) };
    if (actor.kind === "staff") {
      const { platformId } = theCase;
      const authority = await this.#means.authorityOf(tx, { platformId, staffId: actor.staffId });
      if (authority === null) {
        throw new Refusal("authority_missing", "no authority in force covers this signature", {
          params: { fault: "none" },
        });
      }
      return { ...base, codeSentTo: null, authorityNumber: authority.number };
    }
    if (input.oneTimeCode === undefined) throw missing("/oneTimeCode", "enter the code we sent you");
    const checked = await this.#means.checkCode(tx, theCase, textOf(record), input.oneTimeCode);
    if (!checked.ok) return new CommittedRefusal(checked.refusal);
    return { ...base, codeSentTo: checked.sentTo, authorityNumber: null };
  }

  /** The picture of a drawn signature; null for a typed one, whose name must be the one on file. */
  async #mark(input: RecordSignatureInput, onFile: string): Promise<Buffer | null> {
    if (input.method === "drawn") {
      if (input.imagePng === undefined) throw missing("/imagePng", "draw your name");
      return await this.#means.readImage(input.imagePng);
    }
    if (input.typedName === undefined || !isSameName(input.typedName, onFile)) {
      throw missing("/typedName", "type your name exactly as it stands on file", "name.differs");
    }
    return null;
  }
}

function decided(record: FactRecord, side: FactSide): RecordStatus {
  const decision = decideRecord(record.status, signCommand(side));
  if (!decision.ok) throw new Refusal(decision.code, "this record cannot be signed now");
  return decision.to;
}

function textOf({ id, contentHash }: FactRecord): SignedText {
  return { subjectId: id, contentHash };
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
