import { caseAbilities, type CaseAbility } from "../../shared/cases/abilities.ts";
import type { CaseStage, TerminationReason } from "../../shared/cases/lifecycle.ts";
import { statementTotals } from "../../shared/debts/totals.ts";
import { mayRead, type Viewer } from "../../shared/journal/audience.ts";
import { CHANNEL_LABELS } from "../../shared/journal/labels.ts";
import { maskIdNumber, maskPhone } from "../../shared/parties/mask.ts";
import type { CurrentStatement, Debt } from "../debts/index.ts";
import type { Organisation } from "../organisations/index.ts";
import type { Borrower } from "../parties/index.ts";
import type { Appointment } from "./case.entity.ts";
import type { CaseRow } from "./caseList.repository.ts";

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
export function presentSummary(row: CaseRow, viewer: Viewer): CaseSummary {
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
    }),
    participation: {
      invited: row.invited,
      opened: row.opened,
      identified: row.identified,
      borrowerConsented: row.borrowerConsentedAt !== null,
      platformConsented: row.platformConsentedAt !== null,
    },
  };
}

export type CaseParts = {
  row: CaseRow;
  borrower: Borrower;
  debts: readonly Debt[];
  current: CurrentStatement;
  centre: Organisation;
  appointment: { appointment: Appointment; mediatorName: string } | null;
};

/** The whole case file for one viewer. */
export function presentCase(parts: CaseParts, viewer: Viewer): object {
  const { row, borrower, debts, current, centre } = parts;
  const mayCall = viewer === "mediator" || viewer === "platform";
  return {
    ...presentSummary(row, viewer),
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
    statement: presentStatement(current, viewer),
    centre: { name: centre.name, phone: centre.phone },
    appointment: presentAppointment(parts.appointment, viewer),
  };
}

function presentDebt(debt: Debt): object {
  const { platformId: _platform, caseId: _case, remark: _remark, createdAt: _created, ...shown } = debt;
  return shown;
}

/** What the borrower says about a line is said in order to settle; the amounts are not. */
function presentStatement({ statement, lines }: CurrentStatement, viewer: Viewer): object {
  const mayReadAnswers = mayRead(viewer, CHANNEL_LABELS.joint);
  return {
    id: statement.id,
    version: statement.version,
    asOf: statement.asOf,
    hash: statement.hash,
    lines: lines.map(({ id, debtId, component, fen, answer, answerReason }) => ({
      id,
      debtId,
      component,
      fen,
      answer: mayReadAnswers ? answer : null,
      answerReason: mayReadAnswers ? answerReason : null,
    })),
    totals: statementTotals(lines),
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
