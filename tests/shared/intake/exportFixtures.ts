import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { idCheckCharacter } from "../../../shared/intake/values.ts";
import { recogniseColumns, type RecognisedColumns } from "../../../shared/intake/mapping.ts";

/** Where a lender's export lies among the fixtures. */
export function exportPath(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/exports/${name}`, import.meta.url));
}

/** The header line of a fixture that needs no quoting. */
export function exportHeaders(name: string, encoding = "utf-8"): string[] {
  const [first = ""] = new TextDecoder(encoding).decode(readFileSync(exportPath(name))).split("\n");
  return first.trim().split(",");
}

const GOOD_ROW: Readonly<Record<string, string>> = {
  产品: "借呗",
  合同编号: "HT202526066311",
  放款机构: "江南商业银行股份有限公司",
  机构类型: "商业银行",
  借款人姓名: "贺辉竹",
  身份证号: "99010119780511624X",
  手机号: "19900001274",
  放款日期: "2025-06-16",
  "放款本金(元)": "106600.00",
  "年化利率(%)": "10.95",
  应还本金: "75238.54",
  应还利息: "1399.44",
  应还罚息: "2099.16",
  应还费用: "0.00",
  首次逾期日: "2026-08-30",
  数据日期: "2026-10-31",
};

/** A row that reads without a problem, with the given cells in place of its own. */
export function buildRow(changes: Readonly<Record<string, string>> = {}): {
  cells: string[];
  columns: RecognisedColumns;
} {
  const row = { ...GOOD_ROW, ...changes };
  return { cells: Object.values(row), columns: recogniseColumns(Object.keys(row)) };
}

/** A valid identity number of the fictitious region 990101. */
export function idNumberFor(birthDate: string, sequence: number): string {
  const body = `990101${birthDate.replaceAll("-", "")}${String(sequence).padStart(3, "0")}`;
  return body + idCheckCharacter(body);
}
