import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { CourtFee } from "../../shared/law/courtFee.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { Component } from "../../shared/plans/statement.ts";
import { numberExhibits } from "./evidenceCatalogueContent.ts";
import type { PacketFacts } from "./packetFacts.ts";
import type { PacketFigures } from "./packetFigures.ts";
import type { PageMap } from "../pdf/pageMap.ts";

/** What a lawyer looks at before opening the packet. Computed from the packet's own facts and nothing else. */
export type PacketSummary = {
  asOf: LocalDate;
  claimFen: Fen;
  byComponent: Record<Component, Fen>;
  fee: Pick<CourtFee, "full" | "half" | "paymentOrder">;
  contracts: { contractNumber: string; lender: string; totalFen: Fen; limitation: LocalDate | null }[];
  exhibits: { number: string; name: string; pageCount: number }[];
  pages: PageMap;
};

export function summarisePacket(facts: PacketFacts, figures: PacketFigures, pages: PageMap): PacketSummary {
  const { full, half, paymentOrder } = figures.fee;
  return {
    asOf: facts.asOf,
    claimFen: figures.claimFen,
    byComponent: figures.byComponent,
    fee: { full, half, paymentOrder },
    contracts: figures.debts.map(({ debt, totalFen, limitation }) => ({
      contractNumber: debt.contractNumber,
      lender: debt.lender,
      totalFen,
      limitation: limitation?.date ?? null,
    })),
    exhibits: numberExhibits(facts.exhibits).map(({ number, name, pageCount }) => ({
      number,
      name,
      pageCount,
    })),
    pages,
  };
}
