import { decideAgreement, decideRefusal, decideSignature } from "../../shared/agreements/lifecycle.ts";
import { SIGNING_CONSENT_WORDING } from "../../shared/agreements/signing.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { PARTIES, type Party } from "../../shared/journal/audience.ts";
import { asParty } from "../cases/index.ts";
import { signerOf } from "./agreement.policy.ts";
import type { AgreementListRow } from "./agreementList.repository.ts";
import type { AgreementInCase } from "./agreement.service.ts";

export type AgreementAbility =
  "release" | "sign" | "request_code" | "refuse" | "withdraw" | "seal" | "download";

/** An agreement with everything a screen shows. How people signed is in the document, not here. */
export function presentAgreement(actor: Actor, found: AgreementInCase): object {
  const { theCase, agreement, signatures } = found;
  const { facts } = agreement.snapshot;
  const signed = signatures.map((signature) => signature.party);
  return {
    id: agreement.id,
    number: agreement.number,
    caseId: theCase.id,
    caseNumber: theCase.number,
    borrowerName: facts.borrower.name,
    status: agreement.status,
    totalFen: agreement.totalFen,
    instalments: agreement.schedule.rows.length,
    composedAt: agreement.composedAt.toISOString(),
    releasedAt: agreement.releasedAt?.toISOString() ?? null,
    sealedAt: agreement.sealedAt?.toISOString() ?? null,
    documentSha256: agreement.documentSha256,
    pageCount: agreement.pageCount,
    version: agreement.version,
    terms: agreement.terms,
    termsHash: agreement.termsHash,
    contentHash: agreement.contentHash,
    schedule: agreement.schedule,
    signatures: signatures.map(({ party, signerName, method, signedAt }) => ({
      party,
      signerName,
      method,
      signedAt: signedAt.toISOString(),
    })),
    awaiting: agreement.status === "signing" ? PARTIES.filter((party) => !signed.includes(party)) : [],
    facts: {
      centre: facts.centre.name,
      borrower: facts.borrower.name,
      platform: facts.platform.name,
      signatory: facts.platform.signatory.name,
      mediator: facts.mediator.name,
      statementAsOf: facts.statementAsOf,
      agreedOn: facts.mediation.agreedOn,
      debts: facts.debts,
    },
    consentWording: SIGNING_CONSENT_WORDING,
    signerName: nameToType(actor, found),
    abilities: agreementAbilities(actor, found),
  };
}

export function presentAgreementRow(actor: Actor, row: AgreementListRow): object {
  const { mediatorId, platformName, ...rest } = row;
  const abilities: AgreementAbility[] = ["download"];
  if (actor.kind === "staff" && actor.role === "centre_admin" && row.status === "signed")
    abilities.push("seal");
  if (actor.kind === "staff" && actor.staffId === mediatorId && row.status === "review")
    abilities.push("release");
  return {
    ...rest,
    platformName,
    totalFen: Number(row.totalFen),
    composedAt: row.composedAt.toISOString(),
    sealedAt: row.sealedAt?.toISOString() ?? null,
    abilities,
  };
}

/** What this person may do with the agreement now; buttons follow it. */
export function agreementAbilities(actor: Actor, found: AgreementInCase): AgreementAbility[] {
  const { theCase, agreement, signatures } = found;
  const abilities: AgreementAbility[] = ["download"];
  if (theCase.stage !== "signing" || theCase.pausedAt !== null) return abilities;
  const signedBy = signatures.map((signature) => signature.party);
  const party: Party | null = signerOf(actor, theCase, agreement);
  if (asParty(actor, theCase) === "mediator" && decideAgreement(agreement.status, "release").ok) {
    abilities.push("release");
  }
  if (party !== null && decideSignature(agreement.status, signedBy, party).ok) {
    abilities.push("sign");
    if (party === "borrower") abilities.push("request_code");
  }
  if (party !== null && decideRefusal(agreement.status, signedBy, party).ok) {
    abilities.push(party === "mediator" ? "withdraw" : "refuse");
  }
  if (
    actor.kind === "staff" &&
    actor.role === "centre_admin" &&
    decideAgreement(agreement.status, "seal").ok
  ) {
    abilities.push("seal");
  }
  return abilities;
}

/** The name this person would sign with; null for those who do not sign. */
function nameToType(actor: Actor, { theCase, agreement }: AgreementInCase): string | null {
  const party = signerOf(actor, theCase, agreement);
  if (party === null) return null;
  const { borrower, platform, mediator } = agreement.snapshot.facts;
  return { borrower: borrower.name, platform: platform.signatory.name, mediator: mediator.name }[party];
}
