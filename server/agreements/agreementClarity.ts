import { CLARITY_ITEMS, clarityFaults, type ClarityItem } from "../../shared/agreements/clarity.ts";
import type { AgreementSnapshot } from "./agreement.entity.ts";

export type ClarityLine = {
  item: ClarityItem;
  faults: { field: string; why: string; detail: string | null }[];
};

/** The clarity check over the words as they lie before the mediator: what was looked at, and what was found. */
export function clarityOf({ facts, content }: AgreementSnapshot): ClarityLine[] {
  const words = content.blocks.flatMap((block) => ("text" in block ? [block.text] : []));
  const faults = clarityFaults(facts, [...words, content.copies]);
  return CLARITY_ITEMS.map((item) => ({
    item,
    faults: faults
      .filter((fault) => fault.item === item)
      .map(({ field, why, detail }) => ({ field, why, detail: detail ?? null })),
  }));
}
