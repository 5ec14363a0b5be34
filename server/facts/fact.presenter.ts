import type { Actor } from "../../shared/api/roles.ts";
import type { FactRecordView, FactView } from "../../shared/facts/factView.ts";
import { RECORD_CONSENT_WORDING } from "../../shared/facts/record.ts";
import type { Party } from "../../shared/journal/audience.ts";
import type { Case } from "../cases/index.ts";
import type { Fact, FactRecord, FactRecordSignature } from "./fact.entity.ts";
import { factAbilities, recordAbilities, signatoryOf } from "./fact.policy.ts";
import { recordText } from "./factRecordContent.ts";

export function presentFact(party: Party, theCase: Case, fact: Fact): FactView {
  const { id, number, text, status, proposedBy, wordedBy, borrower, platform, version } = fact;
  return {
    id,
    number,
    text,
    fromData: fact.dataKey !== null,
    status,
    proposedBy,
    wordedBy,
    answers: { borrower, platform },
    version,
    abilities: factAbilities(party, theCase, fact),
  };
}

export function presentRecord(
  actor: Actor,
  theCase: Case,
  record: FactRecord,
  signatures: readonly FactRecordSignature[],
): FactRecordView {
  return {
    id: record.id,
    caseId: record.caseId,
    status: record.status,
    text: recordText(record.facts),
    contentHash: record.contentHash,
    draftedAt: record.draftedAt.toISOString(),
    signatures: signatures
      .filter(({ recordId }) => recordId === record.id)
      .map(({ party, signerName, method, signedAt }) => ({
        party,
        signerName,
        method,
        signedAt: signedAt.toISOString(),
      })),
    signedAt: record.signedAt?.toISOString() ?? null,
    sealed: record.documentSha256 !== null,
    consentWording: RECORD_CONSENT_WORDING,
    signerName: signatoryOf(actor, theCase) === null ? null : signerOf(actor, record).name,
    abilities: recordAbilities(actor, theCase, record),
  };
}

/** The name this person signs with: the borrower's as the record has it, or the staff member's own. */
export function signerOf(actor: Actor, record: FactRecord): { name: string } {
  return actor.kind === "staff" ? { name: actor.name } : { name: record.facts.borrower.name };
}
