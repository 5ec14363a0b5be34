import type { EvidenceGroup, PacketExhibit, PacketFacts } from "./packetFacts.ts";

const GROUP_NAMES: Record<EvidenceGroup, string> = {
  1: "第一组　合同订立",
  2: "第二组　款项发放",
  3: "第三组　还款与欠款",
  4: "第四组　催告与时效",
  5: "第五组　债权转让与担保",
};

export interface NumberedExhibit extends PacketExhibit {
  /** `2-1`: the group and the place in it. */
  number: string;
}

/** Numbers exhibits by group, each group from 1, keeping the order they were filed in. */
export function numberExhibits(exhibits: readonly PacketExhibit[]): NumberedExhibit[] {
  const counts = new Map<EvidenceGroup, number>();
  return exhibits
    .toSorted((a, b) => a.group - b.group)
    .map((exhibit) => {
      const place = (counts.get(exhibit.group) ?? 0) + 1;
      counts.set(exhibit.group, place);
      return { ...exhibit, number: `${exhibit.group}-${place}` };
    });
}

/** The exhibits of one group, under its name. */
export interface CatalogueGroup {
  name: string;
  rows: CatalogueRow[];
}

/** One line of the catalogue (证据规定 19); the pages are known only once the packet is laid out. */
export interface CatalogueRow {
  number: string;
  name: string;
  source: string;
  proves: string;
  purpose: string;
}

export function catalogueGroups(exhibits: readonly NumberedExhibit[]): CatalogueGroup[] {
  const groups = new Map<EvidenceGroup, CatalogueRow[]>();
  for (const { group, number, name, source, proves, purpose } of exhibits)
    groups.set(group, [...(groups.get(group) ?? []), { number, name, source, proves, purpose }]);
  return [...groups].map(([group, rows]) => ({ name: GROUP_NAMES[group], rows }));
}

/** Who hands the evidence in and when, below the catalogue. */
export function catalogueClosing({ plaintiff, attorney }: PacketFacts): string[] {
  return [
    `提交人：${plaintiff.name}`,
    `委托诉讼代理人：${attorney.name}（${attorney.firm}）`,
    "提交日期：　　　　年　　月　　日　　份数：　　份",
  ];
}
