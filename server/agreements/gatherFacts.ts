import type { SignatoryAuthority } from "../../shared/agreements/facts.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { ZERO_FEN, sumFen } from "../../shared/money/fen.ts";
import { computeSchedule } from "../../shared/plans/computeSchedule.ts";
import { hashTerms } from "../../shared/plans/hashing.ts";
import { perComponent } from "../../shared/plans/componentTotals.ts";
import type { Terms } from "../../shared/plans/terms.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { basisOf, type CurrentStatement, type Debt, type StatementService } from "../debts/index.ts";
import type { OrganisationService, Staff } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { Representative, RepresentativeService } from "../representatives/index.ts";
import type { TemplateService } from "../templates/index.ts";
import type { AgreementDebt, AgreementFacts } from "./agreementFacts.ts";
import type { SigningAuthorityRow } from "./signing.entity.ts";

export type FactSources = {
  organisations: OrganisationService;
  borrowers: BorrowerService;
  statements: StatementService;
  templates: TemplateService;
  representatives: RepresentativeService;
};

/** Who signs for the platform, and by which authority on file; null when there is none for them yet. */
export type Signatory = { staff: Staff; authority: SigningAuthorityRow | null };

const SIGNATORY_TITLE = "授权签署代表";

/** Read everything an agreement says from the case, in the transaction that accepted the terms. */
export async function gatherFacts(
  tx: Tx,
  sources: FactSources,
  input: {
    theCase: Case;
    terms: Terms;
    statement: CurrentStatement;
    number: string;
    signatory: Signatory;
    /** Who settles and signs in the borrower's place today, if anybody. */
    representative: Representative | null;
  },
): Promise<AgreementFacts> {
  const { theCase, terms, statement } = input;
  const { organisations, borrowers, statements } = sources;
  const centre = await organisations.centre(tx);
  const platform = await organisations.organisation(tx, theCase.platformId);
  const borrower = await borrowers.borrower(tx, theCase.borrowerId);
  const mediator = theCase.mediatorId ? await organisations.staffMember(tx, theCase.mediatorId) : null;
  const debts = await statements.debts(tx, theCase.id);
  const today = shanghaiDateOf(tx.now);
  const { version: templateVersion } = await sources.templates.inForce(tx, today);
  return {
    agreementNumber: input.number,
    caseNumber: theCase.number,
    composedAt: tx.now.toISOString(),
    templateVersion,
    centre: pick(centre),
    borrower: {
      name: borrower.name,
      idNumber: borrower.idNumber,
      phone: borrower.phone,
      address: borrower.residentialAddress ?? borrower.registeredAddress ?? "",
      ethnicity: null,
      occupation: null,
      ...(input.representative ? { representative: representativeOf(input.representative) } : {}),
    },
    platform: {
      name: platform.name,
      creditCode: platform.registrationNumber,
      phone: platform.phone,
      address: platform.address,
      signatory: {
        name: input.signatory.staff.name,
        title: SIGNATORY_TITLE,
        authority: authorityIn(input.signatory),
      },
      standing: debts.every((debt) => debt.lenderName === platform.name) ? "creditor" : "authorised",
    },
    mediator: { name: mediator?.name ?? "" },
    recorder: null,
    mediation: { startedOn: startOf(theCase), agreedOn: today },
    statementAsOf: statement.statement.asOf,
    debts: debts.map((debt) => debtOf(debt, statement)),
    terms,
    termsHash: hashTerms(terms),
    schedule: computeSchedule(basisOf(statement), terms),
  };
}

/** An authority put on file is one to settle: it is for nothing else. */
function authorityIn({ authority }: Signatory): SignatoryAuthority | null {
  if (authority === null) return null;
  const { number, validFrom: grantedOn, validTo } = authority;
  return { number, grantedOn, validTo, scope: "special" };
}

function representativeOf({ name, idNumber, phone, grantedOn, scope }: Representative) {
  return { name, kind: "entrusted" as const, idNumber, phone, powerOfAttorney: { grantedOn, scope } };
}

function pick(centre: { name: string; registrationNumber: string; phone: string; address: string }) {
  const { name, registrationNumber, phone, address } = centre;
  return { name, registrationNumber, phone, address };
}

/** Mediation starts when the second of the two has consented to it. */
function startOf(theCase: Case): LocalDate {
  const consents = [theCase.borrowerConsentedAt, theCase.platformConsentedAt].filter((at) => at !== null);
  const last = consents.reduce((latest, at) => (at > latest ? at : latest), theCase.createdAt);
  return shanghaiDateOf(last);
}

function debtOf(debt: Debt, { lines }: CurrentStatement): AgreementDebt {
  const own = lines.filter((line) => line.debtId === debt.id);
  return {
    debtId: debt.id,
    contractNumber: debt.contractNumber,
    lender: debt.lenderName,
    product: debt.product,
    disbursedOn: debt.disbursedOn,
    disbursedFen: debt.disbursedFen,
    overdueSince: debt.overdueSince,
    components: perComponent((component) => {
      const found = own.filter((line) => line.component === component).map((line) => line.fen);
      return found.length === 0 ? ZERO_FEN : sumFen(found);
    }),
  };
}
