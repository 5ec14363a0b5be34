import { isPastDeadline } from "../../shared/agreements/deadline.ts";
import {
  decideAgreement,
  decideRefusal,
  decideSignature,
  decideWithdrawal,
} from "../../shared/agreements/lifecycle.ts";
import { inTurn, USUAL_ORDER } from "../../shared/agreements/order.ts";
import { SIGNING_CONSENT_VERSION, SIGNING_CONSENT_WORDING } from "../../shared/agreements/signing.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import { PARTIES, type Party } from "../../shared/journal/audience.ts";
import { asParty } from "../cases/index.ts";
import { refuserOf, signerOf, withdrawerOf } from "./agreement.policy.ts";
import { clarityOf } from "./agreementClarity.ts";
import type { AgreementListRow } from "./agreementList.repository.ts";
import { nameOnFile } from "./signer.ts";
import type { AgreementInCase } from "./agreement.service.ts";

export type AgreementAbility =
  "release" | "sign" | "request_code" | "refuse" | "withdraw" | "change" | "seal" | "download";

/** An agreement with everything a screen shows. How people signed is in the document, not here. */
export function presentAgreement(actor: Actor, found: AgreementInCase, now: Date): object {
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
    /** The agreement whose place this one takes or took, and the one that took this one's. */
    supersedes: facts.supersedes ? { id: agreement.supersedes, number: facts.supersedes.number } : null,
    supersededBy: agreement.supersededBy,
    supersededAt: agreement.supersededAt?.toISOString() ?? null,
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
      /** Who signs in the borrower's place. */
      representative: facts.borrower.representative?.name ?? null,
      platform: facts.platform.name,
      signatory: facts.platform.signatory.name,
      mediator: facts.mediator.name,
      statementAsOf: facts.statementAsOf,
      agreedOn: facts.mediation.agreedOn,
      debts: facts.debts,
    },
    order: agreement.settings?.order ?? USUAL_ORDER,
    inTurn: agreement.status === "signing" ? inTurn(agreement.settings?.order ?? USUAL_ORDER, signed) : [],
    deadline: agreement.deadline?.toISOString() ?? null,
    proposedBy: agreement.proposedBy,
    replaces: agreement.replaces,
    templateVersion: facts.templateVersion ?? 0,
    clarity: asParty(actor, theCase) === "mediator" ? clarityOf(agreement.snapshot) : null,
    consentWording: SIGNING_CONSENT_WORDING,
    consentVersion: SIGNING_CONSENT_VERSION,
    signerName: nameToType(actor, found),
    abilities: agreementAbilities(actor, found, now),
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

/** What this person may do with the agreement at `now`; buttons follow it. */
export function agreementAbilities(actor: Actor, found: AgreementInCase, now: Date): AgreementAbility[] {
  const { theCase, agreement, signatures } = found;
  const { status } = agreement;
  const abilities: AgreementAbility[] = ["download"];
  if (theCase.stage !== "signing" || theCase.pausedAt !== null) return abilities;
  const add = (ability: AgreementAbility, may: boolean) => void (may && abilities.push(ability));
  const signedBy = signatures.map((signature) => signature.party);
  const party: Party | null = signerOf(actor, theCase, agreement);
  const mediates = asParty(actor, theCase) === "mediator";
  add("release", mediates && decideAgreement(status, "release").ok);
  if (party !== null) {
    const order = agreement.settings?.order ?? USUAL_ORDER;
    const may =
      decideSignature(status, signedBy, party, order).ok && !isPastDeadline(agreement.deadline, now);
    add("sign", may);
    add("request_code", may && party === "borrower");
  }
  const refuser = refuserOf(actor, theCase, agreement);
  if (refuser !== null && refuser !== "mediator")
    add("refuse", decideRefusal(status, signedBy, refuser).ok && actorMay(actor, "agreement:sign"));
  const by = withdrawerOf(actor, theCase, agreement);
  add("withdraw", by !== null && decideWithdrawal(status, by).ok);
  add("change", mediates && decideAgreement(status, "change").ok);
  const administers = actor.kind === "staff" && actor.role === "centre_admin";
  add("seal", administers && decideAgreement(status, "seal").ok);
  return abilities;
}

/** The name this person would sign with; null for those who do not sign. */
function nameToType(actor: Actor, { theCase, agreement }: AgreementInCase): string | null {
  const party = signerOf(actor, theCase, agreement);
  if (party === null) return null;
  return nameOnFile(agreement, party);
}
