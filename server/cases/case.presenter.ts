import type { Actor } from "../../shared/api/roles.ts";
import { actorMay } from "../../shared/api/scopes.ts";
import { caseAbilities, type CaseAbility } from "../../shared/cases/abilities.ts";
import type { CaseStage, TerminationReason } from "../../shared/cases/lifecycle.ts";
import type { Viewer } from "../../shared/journal/audience.ts";
import { maskIdNumber, maskPhone } from "../../shared/parties/mask.ts";
import type { CurrentStatement, Debt, LineEntryRow } from "../debts/index.ts";
import type { Organisation, Staff } from "../organisations/index.ts";
import type { Borrower } from "../parties/index.ts";
import type { Appointment } from "./case.entity.ts";
import type { CaseRow } from "./caseList.repository.ts";
import { presentDebt, presentOwnFacts, presentStatement } from "./statement.presenter.ts";

export type CaseSummary = {
  id: string;
  number: string;
  stage: CaseStage;
  stageSince: Date;
  accepted: boolean;
  paused: boolean;
  claimedFen: number;
  debtCount: number;
  borrower: { name: string; phoneMasked: string };
  platform: { id: string; name: string };
  mediator: { id: string; name: string } | null;
  terminationReason: TerminationReason | null;
  createdAt: Date;
  version: number;
  abilities: CaseAbility[];
  participation: {
    invited: boolean;
    opened: boolean;
    identified: boolean;
    borrowerConsented: boolean;
    platformConsented: boolean;
  };
};

/** A case as it stands in a list, with what this viewer may do with it. */
export function presentSummary(row: CaseRow, viewer: Viewer, actor: Actor): CaseSummary {
  return {
    id: row.id,
    number: row.number,
    stage: row.stage,
    stageSince: row.stageSince,
    accepted: row.acceptedAt !== null,
    paused: row.pausedAt !== null,
    claimedFen: Number(row.claimedFen),
    debtCount: row.debtCount,
    borrower: { name: row.borrowerName, phoneMasked: maskPhone(row.borrowerPhone) },
    platform: { id: row.platformId, name: row.platformName },
    mediator: row.mediatorId === null ? null : { id: row.mediatorId, name: row.mediatorName ?? "" },
    terminationReason: row.terminationReason,
    createdAt: row.createdAt,
    version: row.version,
    abilities: caseAbilities(viewer, {
      stage: row.stage,
      paused: row.pausedAt !== null,
      accepted: row.acceptedAt !== null,
      proposalOpen: row.proposalOpen,
      borrowerConsented: row.borrowerConsentedAt !== null,
      platformConsented: row.platformConsentedAt !== null,
      hasCertificate: row.certificateSha256 !== null,
    }).filter((ability) => isTheirs(ability, actor, row)),
    participation: {
      invited: row.invited,
      opened: row.opened,
      identified: row.identified,
      borrowerConsented: row.borrowerConsentedAt !== null,
      platformConsented: row.platformConsentedAt !== null,
    },
  };
}

/** What a party may do is not what everybody may who acts beside or for it. */
function isTheirs(ability: CaseAbility, actor: Actor, { mediatorId }: CaseRow): boolean {
  if (ability === "terminate") return actor.kind === "staff" && actor.staffId === mediatorId;
  if (actor.kind !== "borrower") return true;
  if (ability === "answerStatement") return actorMay(actor, "statement:answer");
  return ability === "readCertificate" || actorMay(actor, "case:respond");
}

export type CaseParts = {
  row: CaseRow;
  borrower: Borrower;
  debts: readonly Debt[];
  current: CurrentStatement;
  entries: readonly LineEntryRow[];
  centre: Organisation;
  coMediators: readonly Staff[];
  appointment: { appointment: Appointment; mediatorName: string } | null;
};

/** The whole case file for one viewer. */
export function presentCase(parts: CaseParts, viewer: Viewer, actor: Actor): object {
  const { row, borrower, debts, current, centre } = parts;
  const mayCall = viewer === "mediator" || viewer === "platform";
  return {
    ...presentSummary(row, viewer, actor),
    coMediators: parts.coMediators.map(({ id, name }) => ({ id, name })),
    borrower: {
      name: borrower.name,
      idNumberMasked: maskIdNumber(borrower.idNumber),
      phone: mayCall ? borrower.phone : maskPhone(borrower.phone),
      phoneMasked: maskPhone(borrower.phone),
      email: borrower.email,
      registeredAddress: borrower.registeredAddress,
      residentialAddress: borrower.residentialAddress,
    },
    debts: debts.map(presentDebt),
    statement: presentStatement(current, parts.entries, viewer),
    ...presentOwnFacts(debts, viewer),
    centre: { name: centre.name, phone: centre.phone },
    appointment: presentAppointment(parts.appointment, viewer),
  };
}

/** Who was asked before, and what they declared, is the office's business and the mediator's. */
function presentAppointment(latest: CaseParts["appointment"], viewer: Viewer): object | null {
  if (latest === null || (viewer !== "centre" && viewer !== "mediator")) return null;
  const { id, status, priorCasesWithPlatform, statement, proposedAt, declaredAt } = latest.appointment;
  return {
    id,
    status,
    mediatorName: latest.mediatorName,
    priorCasesWithPlatform,
    statement,
    proposedAt,
    declaredAt,
  };
}
