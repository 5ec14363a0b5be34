import { mayRead } from "../../shared/journal/audience.ts";
import type { JournalEvent } from "../../shared/journal/events.ts";
import type { Agreement, Agreements } from "../agreements/index.ts";
import type { Case } from "../cases/index.ts";
import type { ApplicationSealing, ConfirmationInCase, ConfirmationService } from "../confirmations/index.ts";
import type { Tx } from "../database/transaction.ts";
import type { StatementService } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { RecordPapers } from "../facts/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { PerformanceService } from "../performance/index.ts";
import type { Escalations } from "../escalations/index.ts";
import type { AttachedPaper, CaseFileFacts } from "./fileContent.ts";
import { recordText, stageName } from "./recordTexts.ts";

export type CaseFileSources = {
  organisations: OrganisationService;
  borrowers: BorrowerService;
  statements: StatementService;
  agreements: Pick<Agreements, "agreements" | "authorities">;
  performance: PerformanceService;
  confirmations: ConfirmationService;
  applications: ApplicationSealing;
  exhibits: Pick<Escalations["exhibits"], "allOf">;
  records: Pick<RecordPapers, "sealedOf">;
  journal: Journal;
};

export type GatheredFile = {
  facts: CaseFileFacts;
  papers: Record<
    "authorities" | "exhibits" | "records" | "agreements" | "performance" | "closing",
    AttachedPaper[]
  >;
  confirmation: ConfirmationInCase | null;
};

const PAGE = 500;

/** Read what a mediation file says. Everything is asked whether the mediator and the centre may both read it. */
export async function gatherCaseFile(
  tx: Tx,
  sources: CaseFileSources,
  theCase: Case,
  made: { at: Date; by: string },
): Promise<GatheredFile> {
  const { organisations, borrowers, statements } = sources;
  const centre = await organisations.organisation(tx, theCase.centreId);
  const platform = await organisations.organisation(tx, theCase.platformId);
  const borrower = await borrowers.borrower(tx, theCase.borrowerId);
  const mediator =
    theCase.mediatorId === null ? null : await organisations.staffMember(tx, theCase.mediatorId);
  const debts = await statements.debts(tx, theCase.id);
  const { statement, lines } = await statements.current(tx, theCase.id);
  const events = await wholeRecord(tx, sources.journal, theCase.id);
  const inForce = await sources.agreements.agreements.sealedOf(tx, theCase.id);
  const earlier = await sources.agreements.agreements.supersededIn(tx, theCase.id);
  const sealed = [...earlier, ...(inForce === null ? [] : [inForce])];
  const contract = (debtId: string) => debts.find(({ id }) => id === debtId)?.contractNumber ?? "";
  const plans = await Promise.all(sealed.map((agreement) => sources.performance.historyOf(tx, agreement.id)));
  const facts: CaseFileFacts = {
    caseNumber: theCase.number,
    madeAt: made.at.toISOString(),
    madeBy: made.by,
    centre: { name: centre.name, phone: centre.phone, address: centre.address },
    mediator: mediator === null ? null : { name: mediator.name, declared: declarationOf(events) },
    platform: {
      name: platform.name,
      creditCode: platform.registrationNumber,
      phone: platform.phone,
      address: platform.address,
    },
    borrower: {
      name: borrower.name,
      idNumber: borrower.idNumber,
      phone: borrower.phone,
      address: borrower.residentialAddress ?? borrower.registeredAddress ?? "",
    },
    createdAt: theCase.createdAt.toISOString(),
    acceptedAt: theCase.acceptedAt?.toISOString() ?? null,
    stage: stageName(theCase.stage),
    claimedFen: theCase.claimedFen,
    contracts: debts.map(({ contractNumber, lenderName, product }) => ({
      contractNumber,
      lender: lenderName,
      product,
    })),
    statement: {
      asOf: statement.asOf,
      version: statement.version,
      lines: lines.map(({ debtId, component, fen }) => ({
        contractNumber: contract(debtId),
        component,
        fen,
      })),
    },
    consents: consentsOf(theCase),
    identified: events.filter(({ type }) => type === "borrower.identified").map(({ at }) => at),
    record: events.flatMap((event) => {
      const what = recordText(event);
      return what === null ? [] : [{ at: event.at, by: event.actor.name, what }];
    }),
    plans: sealed.map(({ number }, index) => ({
      number,
      instalments: plans[index]?.instalments ?? [],
      payments: plans[index]?.payments ?? [],
    })),
    breached:
      theCase.stage === "breached" ? "借款人未按协议约定的期限付款，已由平台或者调解员认定违约。" : null,
  };
  const certificate = inForce === null ? null : await sources.performance.certificateOf(tx, inForce.id);
  return {
    facts,
    papers: {
      authorities: await authorityOf(tx, sources, theCase, inForce),
      exhibits: await sharedExhibits(tx, sources, theCase.id),
      records: await signedRecords(tx, sources, theCase.id),
      agreements: sealed.flatMap(({ number, documentSha256 }) =>
        documentSha256 === null ? [] : [{ name: `调解协议书 ${number}`, sha256: documentSha256 }],
      ),
      performance:
        certificate === null
          ? []
          : [{ name: `结清证明 ${certificate.number}`, sha256: certificate.documentSha256 }],
      closing:
        theCase.certificateSha256 === null
          ? []
          : [{ name: "调解终止证明", sha256: theCase.certificateSha256 }],
    },
    confirmation: inForce === null ? null : await sources.confirmations.forFile(tx, theCase),
  };
}

async function wholeRecord(tx: Tx, journal: Journal, caseId: string): Promise<JournalEvent[]> {
  const all: JournalEvent[] = [];
  for (;;) {
    const page = await journal.page(tx, caseId, all.at(-1)?.seq ?? 0, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

function declarationOf(events: readonly JournalEvent[]): string | null {
  const last = events.findLast((event) => event.type === "appointment.declared");
  return last?.type === "appointment.declared" ? last.payload.statement : null;
}

function consentsOf({ platformConsentedAt, borrowerConsentedAt }: Case): CaseFileFacts["consents"] {
  return [
    ...(platformConsentedAt === null ? [] : [{ party: "platform", at: platformConsentedAt.toISOString() }]),
    ...(borrowerConsentedAt === null ? [] : [{ party: "borrower", at: borrowerConsentedAt.toISOString() }]),
  ];
}

/** Records of undisputed facts: what both have signed is the one thing of the talks that the file holds. */
async function signedRecords(tx: Tx, { records }: CaseFileSources, caseId: string): Promise<AttachedPaper[]> {
  return (await records.sealedOf(tx, caseId)).flatMap(({ number, documentSha256 }) =>
    documentSha256 === null ? [] : [{ name: `无争议事实记录 ${number}`, sha256: documentSha256 }],
  );
}

/** The paper by which the platform's signatory signs. */
async function authorityOf(
  tx: Tx,
  { agreements }: CaseFileSources,
  theCase: Case,
  agreement: Agreement | null,
): Promise<AttachedPaper[]> {
  if (agreement === null) return [];
  const signing = {
    platformId: theCase.platformId,
    staffId: agreement.snapshot.signatoryId,
    totalFen: agreement.totalFen,
  };
  const found = await agreements.authorities.inForce(tx, signing);
  return "row" in found ? [{ name: `签署授权书 ${found.row.number}`, sha256: found.row.documentSha256 }] : [];
}

/** Evidence that may go to court and that the mediator may read; every row is asked, whatever the query said. */
async function sharedExhibits(
  tx: Tx,
  { exhibits }: CaseFileSources,
  caseId: string,
): Promise<AttachedPaper[]> {
  const found = await exhibits.allOf(tx, caseId);
  return found
    .filter((exhibit) => exhibit.withdrawnAt === null)
    .filter((exhibit) => mayRead("mediator", exhibit) && mayRead("centre", exhibit))
    .map(({ name, fileSha256 }) => ({ name, sha256: fileSha256 }));
}
