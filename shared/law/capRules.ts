import type { Rate } from "../money/rate.ts";
import type { LenderType } from "./lenderType.ts";
import type { DatedRule } from "./rule.ts";

/**
 * What a court does with the excess: `void_above` does not support it; `reduced_on_request` reduces it when the borrower asks;
 * `judicial_discretion` usually reduces it, but need not.
 */
export type CapEffect = "void_above" | "reduced_on_request" | "judicial_discretion";

/** The most that interest, overdue interest, penalty and fees together may come to in a year, as a share of principal. */
export type Cap = {
  lenderTypes: readonly LenderType[];
  limit: { annualRate: Rate } | { multipleOfLpr: number };
  effect: CapEffect;
};

/** The day from which private lending is measured by LPR; older contracts are split here (民间借贷规定 31). */
export const PRIVATE_LENDING_REFORM = "2020-08-20";

/** Caps by the date of the contract. The 4 × LPR rule does not reach licensed lenders (2021 批复). */
export const CAP_RULES: readonly DatedRule<Cap>[] = [
  {
    id: "private-4-lpr",
    rule: "民间借贷利率上限：合同成立时一年期LPR的四倍",
    from: PRIVATE_LENDING_REFORM,
    value: { lenderTypes: ["private"], limit: { multipleOfLpr: 4 }, effect: "void_above" },
    source: "民间借贷规定第25、28、29条",
    confidence: "READ",
  },
  {
    id: "private-24",
    rule: "民间借贷利率上限：年利率24%",
    from: "2015-09-01",
    to: "2020-08-19",
    value: { lenderTypes: ["private"], limit: { annualRate: "0.24" }, effect: "void_above" },
    source: "2015年民间借贷规定第26条，依现行规定第31条适用",
    confidence: "RECALLED",
  },
  {
    id: "microloan-24",
    rule: "小额贷款综合成本：法院通常以年24%为限",
    from: "2015-09-01",
    value: { lenderTypes: ["microloan"], limit: { annualRate: "0.24" }, effect: "judicial_discretion" },
    source: "审判实践；四倍LPR不适用见2021年批复",
    confidence: "RECALLED",
  },
  {
    // The reports name the month only; from its last day on the guideline certainly existed.
    id: "microloan-24-guideline",
    rule: "小额贷款综合融资成本：超过年24%立即纠正",
    from: "2025-12-31",
    value: { lenderTypes: ["microloan"], limit: { annualRate: "0.24" }, effect: "judicial_discretion" },
    source: "2025年12月小额贷款公司综合融资成本管理指引（据报道；2027年底前原则上降至四倍LPR以内）",
    confidence: "PRESS",
  },
  {
    id: "financial-24",
    rule: "金融借款：合计超过年24%的部分，经借款人请求予以调减",
    from: "2017-08-04",
    value: {
      lenderTypes: ["bank", "consumer_finance"],
      limit: { annualRate: "0.24" },
      effect: "reduced_on_request",
    },
    source: "法发〔2017〕22号第2条",
    confidence: "RECALLED",
  },
];
