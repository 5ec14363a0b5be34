import { type Fen, minFen } from "../money/fen.ts";
import { fraction, takeShare } from "../money/fraction.ts";
import type { LocalDate } from "../calendar/localDate.ts";
import { type DatedRule, ruleOn } from "./rule.ts";

/**
 * Last year's average wage of the employed in a province, in fen a year (民诉法 165: small claims up to half of it). Entered
 * by the administrator; none is shipped as fact.
 */
export type SmallClaimsWage = { province: string; averageWageFen: Fen };

/** `limitFen` is half of the wage. `not_assessed`: the table has nothing for this province on this date. */
export type SmallClaims =
  | { status: "not_assessed" }
  | {
      status: "within" | "above";
      province: string;
      limitFen: Fen;
      rule: DatedRule<SmallClaimsWage>;
    };

/**
 * Whether a claim would be tried as a small claim (小额诉讼程序) where `address` lies. An address begins with its province,
 * with or without 省 or 市. Only informs.
 */
export function smallClaims(
  table: readonly DatedRule<SmallClaimsWage>[],
  question: { address: string | null; claimFen: Fen; on: LocalDate },
): SmallClaims {
  const { address, claimFen, on } = question;
  const rule = ruleOn(
    table.filter((row) => address?.startsWith(shortName(row.value.province)) === true),
    on,
  );
  if (rule === null) return { status: "not_assessed" };
  const limitFen = takeShare(rule.value.averageWageFen, fraction(1, 2));
  const status = minFen(claimFen, limitFen) === claimFen ? "within" : "above";
  return { status, province: rule.value.province, limitFen, rule };
}

/** 浙江省 → 浙江, 上海市 → 上海, 内蒙古自治区 → 内蒙古. */
function shortName(province: string): string {
  return province.replace(/(特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/, "");
}
