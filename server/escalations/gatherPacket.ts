import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { mayEnterPacket } from "../../shared/escalations/exhibitLabels.ts";
import { recordLabels } from "../../shared/facts/record.ts";
import { EVERYONE, PARTIES } from "../../shared/journal/audience.ts";
import type { Restart } from "../../shared/law/limitation.ts";
import { type Fen, ZERO_FEN, sumFen } from "../../shared/money/fen.ts";
import { claimLines } from "../../shared/performance/claim.ts";
import { perComponent } from "../../shared/plans/componentTotals.ts";
import type { StatementLine } from "../../shared/plans/statement.ts";
import type { Case } from "../cases/index.ts";
import type { Tx } from "../database/transaction.ts";
import { basisOf, type Debt, type StatementService } from "../debts/index.ts";
import type { FactRecord } from "../facts/index.ts";
import type { FileStorage } from "../files/index.ts";
import type { LawService } from "../law/index.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { Plan } from "../performance/index.ts";
import type { Escalation } from "./escalation.entity.ts";
import type { ExhibitRepository, ShareableExhibit } from "./exhibit.repository.ts";
import {
  NotShareable,
  type PacketDebt,
  type PacketExhibit,
  type PacketFacts,
  type PacketRecord,
} from "./packetFacts.ts";

export type PacketSources = {
  organisations: OrganisationService;
  borrowers: BorrowerService;
  statements: StatementService;
  law: LawService;
  exhibits: ExhibitRepository;
  /** The plan that was broken; null when no agreement came into force. */
  brokenPlan: (tx: Tx, theCase: Case) => Promise<Plan | null>;
  /** Records of undisputed facts that are signed and sealed. */
  signedRecords: (tx: Tx, caseId: string) => Promise<readonly FactRecord[]>;
};

/** The facts of a packet, with the hashes of the files still to be read. */
export type GatheredPacket = {
  facts: Omit<PacketFacts, "exhibits" | "certificate" | "records">;
  exhibits: ShareableExhibit[];
  certificate: { number: string; endedOn: string; sha256: string } | null;
  records: Omit<PacketRecord, "bytes">[];
};

/** Read what a packet says from the case. No query here touches offers, messages or notes. */
export async function gatherPacket(
  tx: Tx,
  sources: PacketSources,
  theCase: Case,
  escalation: Escalation,
): Promise<GatheredPacket> {
  const { organisations, borrowers, statements } = sources;
  const platform = await organisations.organisation(tx, theCase.platformId);
  const lawyer = await organisations.staffMember(tx, escalation.lawyerId);
  const firm = await organisations.organisation(tx, lawyer.organisationId);
  const borrower = await borrowers.borrower(tx, theCase.borrowerId);
  const debts = await statements.debts(tx, theCase.id);
  const claim = await claimOf(tx, sources, theCase);
  return {
    facts: {
      packetNumber: `诉材${theCase.number}`,
      caseNumber: theCase.number,
      sealedAt: tx.now.toISOString(),
      plaintiff: {
        name: platform.name,
        creditCode: platform.registrationNumber,
        address: platform.address,
        phone: platform.phone,
        legalRepresentative: null,
      },
      attorney: { name: lawyer.name, firm: firm.name, phone: lawyer.phone },
      defendant: {
        name: borrower.name,
        idNumber: borrower.idNumber,
        phone: borrower.phone,
        registeredAddress: borrower.registeredAddress,
        residentialAddress: borrower.residentialAddress,
      },
      asOf: claim.asOf,
      law: await sources.law.book(tx),
      debts: debts.map((debt) => packetDebt(debt, claim)),
    },
    exhibits: [...(await shareableExhibits(tx, sources.exhibits, theCase)), ...claim.agreement],
    certificate: certificateOf(theCase),
    records: (await sources.signedRecords(tx, theCase.id)).map(shareableRecord),
  };
}

/** Read the files and make the facts whole. */
export async function withFiles(gathered: GatheredPacket, files: FileStorage): Promise<PacketFacts> {
  const exhibits: PacketExhibit[] = [];
  for (const { id: _id, audience: _audience, ...exhibit } of gathered.exhibits) {
    exhibits.push({ ...exhibit, bytes: await files.read(exhibit.sha256) });
  }
  const records: PacketRecord[] = [];
  for (const record of gathered.records) {
    records.push({ ...record, bytes: await files.read(record.sha256) });
  }
  const { certificate } = gathered;
  return {
    ...gathered.facts,
    exhibits,
    certificate:
      certificate === null ? null : { ...certificate, bytes: await files.read(certificate.sha256) },
    records,
  };
}

/** The query answers only such rows; every one is asked again before it goes on. */
async function shareableExhibits(
  tx: Tx,
  exhibits: ExhibitRepository,
  theCase: Case,
): Promise<ShareableExhibit[]> {
  const found = await exhibits.forPacket(tx, theCase.id);
  return found.map((exhibit, index) => {
    const { disclosure } = exhibit;
    const audience = PARTIES.filter((party) => exhibit.audience.includes(party));
    if (!mayEnterPacket({ audience, disclosure })) throw new NotShareable(index);
    return exhibit;
  });
}

/** Whatever was asked for, only what both have signed goes on: a list in dispute or half signed stays in the mediation. */
function shareableRecord(record: FactRecord, index: number): Omit<PacketRecord, "bytes"> {
  const labels = recordLabels(record.status);
  const { number, documentSha256: sha256, signedAt } = record;
  if (!mayEnterPacket(labels) || sha256 === null || signedAt === null) throw new NotShareable(index);
  return { number, signedOn: shanghaiDateOf(signedAt), sha256, disclosure: labels.disclosure };
}

type Claim = {
  asOf: string;
  lines: readonly StatementLine[];
  restarts: Restart[];
  /** The sealed agreement, when it is what was broken. */
  agreement: ShareableExhibit[];
};

async function claimOf(tx: Tx, sources: PacketSources, theCase: Case): Promise<Claim> {
  const basis = basisOf(await sources.statements.current(tx, theCase.id));
  const asked: Restart = { date: shanghaiDateOf(theCase.createdAt), kind: "private_centre_mediation" };
  const plan = await sources.brokenPlan(tx, theCase);
  if (plan === null) return { asOf: basis.asOf, lines: basis.lines, restarts: [asked], agreement: [] };
  const { agreement, instalments, payments } = plan;
  const today = shanghaiDateOf(tx.now);
  const paid = new Map<number, Fen>(instalments.map((row) => [row.number, row.paidFen]));
  const signed = shanghaiDateOf(agreement.sealedAt ?? agreement.composedAt);
  return {
    asOf: today,
    lines: claimLines(basis.lines, agreement.terms, agreement.schedule.rows, paid, today),
    restarts: [
      asked,
      { date: signed, kind: "instalment_plan" },
      ...payments.map(({ paidOn }): Restart => ({ date: paidOn, kind: "part_payment" })),
    ],
    agreement: sealedAgreement(agreement),
  };
}

/** Either party may sue on an agreement in force (人民调解法 32): unlike the offers before it, it is evidence. */
function sealedAgreement({ id, number, documentSha256, pageCount }: Plan["agreement"]): ShareableExhibit[] {
  if (documentSha256 === null || pageCount === null) return [];
  return [
    {
      id,
      name: `调解协议书（${number}）`,
      group: 3,
      source: "调解组织存档的电子原件",
      proves: "双方经调解就欠款的金额、减免、还款期限和逾期责任达成协议，协议已生效",
      purpose: "证明被告未按协议履行，原告有权按协议约定主张权利",
      sha256: documentSha256,
      fileName: `调解协议书-${number}.pdf`,
      mime: "application/pdf",
      pageCount,
      audience: [...EVERYONE],
      disclosure: "shareable",
    },
  ];
}

function packetDebt(debt: Debt, { lines, restarts }: Claim): PacketDebt {
  const own = lines.filter((line) => line.debtId === debt.id);
  return {
    debtId: debt.id,
    contractNumber: debt.contractNumber,
    lender: debt.lenderName,
    lenderType: debt.lenderType,
    product: debt.product,
    disbursedOn: debt.disbursedOn,
    disbursedFen: debt.disbursedFen,
    termCount: debt.termCount,
    annualRate: debt.annualRate,
    penaltyMarkup: debt.penaltyMarkup,
    overdueSince: debt.overdueSince,
    repaidFen: debt.repaidFen,
    components: perComponent((component) => {
      const found = own.filter((line) => line.component === component).map((line) => line.fen);
      return found.length === 0 ? ZERO_FEN : sumFen(found);
    }),
    restarts,
  };
}

function certificateOf(theCase: Case): GatheredPacket["certificate"] {
  const { certificateSha256: sha256, terminatedAt } = theCase;
  if (sha256 === null || terminatedAt === null) return null;
  return { number: `调终${theCase.number}`, endedOn: shanghaiDateOf(terminatedAt), sha256 };
}
