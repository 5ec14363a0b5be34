import { idNumberFor } from "../shared/intake/exportFixtures.ts";

const HEADERS =
  "产品,合同编号,放款机构,机构类型,借款人姓名,身份证号,手机号,放款日期,放款本金(元),年化利率(%),应还本金,应还利息,应还罚息,应还费用,首次逾期日,数据日期,紧急联系人,备注";

/**
 * A lender's export with `rows` contracts of about two thirds as many people: every third row is a second contract of the
 * person before. Every `faultyEvery`-th row has a phone number too short. `prefix` tells contracts of two exports apart,
 * `firstPerson` their people.
 */
export function buildExport(
  rows: number,
  options: { faultyEvery?: number; prefix?: string; firstPerson?: number } = {},
): string {
  const { faultyEvery = Number.POSITIVE_INFINITY, prefix = "HT", firstPerson = 0 } = options;
  const lines = Array.from({ length: rows }, (_, index) => {
    const person = firstPerson + index - Math.floor(index / 3) - (index % 3 === 2 ? 1 : 0);
    const phone =
      index % faultyEvery === faultyEvery - 1 ? "1990000" : `199${String(person).padStart(8, "0")}`;
    return [
      "借呗",
      `${prefix}${String(index + 1).padStart(10, "0")}`,
      "江南商业银行股份有限公司",
      "商业银行",
      `王${String.fromCodePoint(0x4e00 + (person % 5000))}`,
      personalId(person),
      phone,
      "2025-06-16",
      "106600.00",
      "10.95",
      `${10_000 + (index % 9000)}.54`,
      "1399.44",
      "2099.16",
      index % 2 === 0 ? "0.00" : "12.30",
      "2026-08-30",
      "2026-10-31",
      "贾明",
      "联系不上",
    ].join(",");
  });
  return `${HEADERS}\n${lines.join("\n")}\n`;
}

function personalId(person: number): string {
  const day = new Date(Date.UTC(1970, 0, 1 + Math.floor(person / 900))).toISOString().slice(0, 10);
  return idNumberFor(day, person % 900);
}
