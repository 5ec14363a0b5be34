import type { Actor } from "../../shared/api/roles.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import {
  CONFIRMATION_PARTIES,
  daysLeft,
  decideApplicant,
  decideConfirmation,
  type ConfirmationCommand,
} from "../../shared/confirmations/lifecycle.ts";
import { APPLICATION_CONSENT_WORDING } from "../../shared/confirmations/signing.ts";
import { asParty, viewerOfCase } from "../cases/index.ts";
import { signerOf } from "./applicationSigning.service.ts";
import { applicantOf } from "./confirmation.policy.ts";
import type { ConfirmationInCase } from "./confirmation.service.ts";

export type ConfirmationAbility =
  "prepare" | "sign" | "file" | "conclude" | "withdraw" | "application" | "bundle" | "ruling";

/** How things stand with the court, for everybody who may read the case. */
export function presentConfirmation(actor: Actor, found: ConfirmationInCase, now: Date): object {
  const { agreement, confirmation, signatures, rule } = found;
  const signed = signatures.map((signature) => signature.party);
  const applicant = applicantOf(actor, found.theCase);
  return {
    id: confirmation.id,
    caseId: confirmation.caseId,
    agreementId: agreement.id,
    agreementNumber: agreement.number,
    status: confirmation.status,
    effectiveOn: confirmation.effectiveOn,
    lastDay: confirmation.lastDay,
    deadline: confirmation.deadline,
    provisional: confirmation.provisional,
    daysLeft: daysLeft(shanghaiDateOf(now), confirmation.deadline),
    rule: {
      days: rule.value.days,
      courts: rule.value.courts,
      source: rule.source,
      confidence: rule.confidence,
    },
    court: confirmation.court,
    courtBasis: confirmation.courtBasis,
    contentHash: confirmation.contentHash,
    preparedAt: confirmation.preparedAt?.toISOString() ?? null,
    signatures: signatures.map(({ party, signerName, method, signedAt }) => ({
      party,
      signerName,
      method,
      signedAt: signedAt.toISOString(),
    })),
    awaiting:
      confirmation.status === "preparing" ? CONFIRMATION_PARTIES.filter((one) => !signed.includes(one)) : [],
    filedOn: confirmation.filedOn,
    courtCaseNumber: confirmation.courtCaseNumber,
    concludedOn: confirmation.concludedOn,
    rulingName: confirmation.rulingName,
    note: confirmation.note,
    consentWording: APPLICATION_CONSENT_WORDING,
    signerName: applicant === null ? null : signerOf(actor, found).name,
    abilities: abilitiesOf(actor, found, now),
  };
}

function abilitiesOf(actor: Actor, found: ConfirmationInCase, now: Date): ConfirmationAbility[] {
  const { theCase, confirmation, signatures } = found;
  const { status, deadline } = confirmation;
  const when = { on: shanghaiDateOf(now), deadline };
  const may = (command: ConfirmationCommand) => decideConfirmation(status, command, when).ok;
  const keeps = viewerOfCase(actor, theCase) === "centre" || asParty(actor, theCase) === "mediator";
  const abilities: ConfirmationAbility[] = [];
  if (keeps) {
    if (may("prepare")) abilities.push("prepare");
    // A filing in time may be written down later.
    if (status === "signed") abilities.push("file");
    if (may("confirm")) abilities.push("conclude");
    if (may("withdraw")) abilities.push("withdraw");
  }
  const applicant = applicantOf(actor, theCase);
  const signedBy = signatures.map((signature) => signature.party);
  if (applicant !== null && decideApplicant(status, signedBy, applicant, when).ok) abilities.push("sign");
  if (confirmation.content !== null) abilities.push("application");
  if (confirmation.content !== null && signatures.length === 2) abilities.push("bundle");
  if (confirmation.rulingSha256 !== null) abilities.push("ruling");
  return abilities;
}
