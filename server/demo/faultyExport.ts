import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { demoExport, type DemoAccount } from "./demoExport.ts";

const NEWCOMERS: readonly Pick<DemoAccount, "name" | "sex" | "born" | "address">[] = [
  { name: "冯凯", sex: "男", born: "1992-09-09", address: "江苏省扬州市广陵区文昌中路88号" },
  { name: "邵敏", sex: "女", born: "1987-02-13", address: "浙江省湖州市吴兴区红旗路120号" },
  { name: "雷鸣", sex: "男", born: "1994-06-01", address: "四川省成都市武侯区人民南路四段11号" },
  { name: "孔令仪", sex: "女", born: "1983-10-18", address: "山东省曲阜市静轩西路9号" },
];

/** An export as lenders really send them: most rows are good, one phone is short and one date does not exist. */
export function faultyExport(asOf: LocalDate, firstPlace: number): string {
  const accounts = NEWCOMERS.map((person, index) => ({
    place: firstPlace + index,
    account: {
      ...person,
      platform: "xinghui" as const,
      age: 0,
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司" as const,
          principalYuan: 8000 + index * 3150.5,
          ratePercent: 18.25,
          overdueDays: 62 + index * 9,
        },
      ],
    },
  }));
  const [head = "", ...lines] = demoExport(accounts, asOf).trimEnd().split("\n");
  const spoilt = lines.map((line, index) => {
    if (index === 1) return line.replace(/,199000(\d{3})\d\d,/, ",199000$1,");
    return index === 3 ? line.replace(`,${asOf},`, ",2026-02-30,") : line;
  });
  return `${[head, ...spoilt].join("\n")}\n`;
}
