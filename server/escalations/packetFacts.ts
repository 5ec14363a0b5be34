import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { LawBook } from "../../shared/law/lawBook.ts";
import type { LenderType } from "../../shared/law/lenderType.ts";
import type { Restart } from "../../shared/law/limitation.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { ExhibitMime } from "../pdf/exhibitSource.ts";

/**
 * Everything a packet is made from. Closed on purpose: figures, particulars and exhibits, and no field in which an
 * offer, a message or a note could travel.
 */
export interface PacketFacts {
  packetNumber: string;
  caseNumber: string;
  /** Instant of sealing; the only time in the packet that is not a fact of the case. */
  sealedAt: string;
  plaintiff: PacketPlaintiff;
  attorney: { name: string; firm: string; phone: string };
  defendant: {
    name: string;
    idNumber: string;
    phone: string;
    registeredAddress: string | null;
    residentialAddress: string | null;
  };
  asOf: LocalDate;
  /** The rules the claim is judged by, as they stood when the packet was made. */
  law: LawBook;
  debts: readonly PacketDebt[];
  exhibits: readonly PacketExhibit[];
  /** The certificate as it was issued. Null after a broken agreement: there is none. */
  certificate: { number: string; endedOn: LocalDate; bytes: Uint8Array; sha256: string } | null;
  /** Records of undisputed facts that both sides have signed (在线调解规则 18, 22); nothing else that was said of facts. */
  records: readonly PacketRecord[];
}

export interface PacketRecord {
  number: string;
  signedOn: LocalDate;
  bytes: Uint8Array;
  sha256: string;
  disclosure: "shareable";
}

export interface PacketPlaintiff {
  name: string;
  creditCode: string;
  address: string;
  phone: string;
  legalRepresentative: { name: string; title: string } | null;
}

export interface PacketDebt {
  debtId: string;
  contractNumber: string;
  lender: string;
  lenderType: LenderType;
  product: string | null;
  disbursedOn: LocalDate | null;
  disbursedFen: Fen | null;
  termCount: number | null;
  annualRate: string | null;
  penaltyMarkup: string | null;
  overdueSince: LocalDate | null;
  repaidFen: Fen | null;
  components: Record<Component, Fen>;
  /** What interrupted the limitation period and can be shown by a shareable record. */
  restarts: readonly Restart[];
}

/** 1 contract, 2 disbursement, 3 repayment and arrears, 4 demands, 5 assignment and guarantees. */
export type EvidenceGroup = 1 | 2 | 3 | 4 | 5;

export interface PacketExhibit {
  group: EvidenceGroup;
  name: string;
  /** 来源/形式 */
  source: string;
  /** 证明对象与内容 */
  proves: string;
  /** 证明目的 */
  purpose: string;
  fileName: string;
  bytes: Uint8Array;
  mime: ExhibitMime;
  sha256: string;
  pageCount: number;
  disclosure: "shareable";
}

/** Thrown when anything not shareable reaches a packet: a fault of the program, never of the person. */
export class NotShareable extends Error {
  readonly code = "exhibit_not_shareable";

  constructor(index: number) {
    super(`exhibit ${index} may not leave the mediation`);
    this.name = "NotShareable";
  }
}

/** The type says so already; a row that came through JSON or SQL is asked again. */
export function assertShareable(exhibits: readonly { disclosure: string }[]): void {
  for (const [index, exhibit] of exhibits.entries())
    if (exhibit.disclosure !== "shareable") throw new NotShareable(index);
}
