import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { COMPONENT_NAMES } from "../../shared/debts/componentNames.ts";
import { type Fen, sumFen } from "../../shared/money/fen.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import type { SettlementFigures } from "../../shared/performance/settlement.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { Block } from "../pdf/blocks.ts";
import { FactCheck, type Missing } from "../pdf/checkContent.ts";
import { chineseAmount, chineseDate } from "../pdf/chineseText.ts";

/** What is certified: the figures of the ledger and nothing of how they came about. JSON throughout. */
export interface CompletionFacts {
  number: string;
  caseNumber: string;
  issuedAt: string;
  centre: { name: string; address: string; phone: string };
  platform: { name: string; creditCode: string };
  borrower: { name: string; idNumber: string };
  agreement: { number: string; sealedOn: LocalDate; documentSha256: string };
  /** Numbers of agreements this one took the place of. */
  earlier: readonly string[];
  contracts: readonly { contractNumber: string; lender: string }[];
  statementAsOf: LocalDate;
  lastPaidOn: LocalDate;
  figures: SettlementFigures;
  waivedOnCompletion: readonly { contractNumber: string; component: Component; fen: Fen }[];
}

export interface CompletionContent {
  title: string;
  number: string;
  createdAt: string;
  centreName: string;
  /** Where the centre is and answers the telephone: beside its name at the top. */
  contact: string;
  issuedOn: string;
  blocks: Block[];
  /** Printed with its QR code. */
  verification: { code: string; url: string };
}

/** Composes the certificate, or says what keeps it from being issued. */
export function composeCompletion(
  facts: CompletionFacts,
  verification: { code: string; url: string },
): { ok: true; content: CompletionContent } | { ok: false; missing: Missing[] } {
  const missing = faultsOf(facts);
  if (missing.length > 0) return { ok: false, missing };
  return {
    ok: true,
    content: {
      title: "结清证明",
      number: facts.number,
      createdAt: facts.issuedAt,
      centreName: facts.centre.name,
      contact: `地址：${facts.centre.address}　电话：${facts.centre.phone}`,
      issuedOn: chineseDate(facts.lastPaidOn),
      blocks: [...particulars(facts), ...figures(facts), ...consequences(facts)],
      verification,
    },
  };
}

function faultsOf(facts: CompletionFacts): Missing[] {
  const check = new FactCheck();
  for (const key of ["number", "caseNumber"] as const) check.required(`/${key}`, facts[key]);
  for (const key of ["name", "address", "phone"] as const)
    check.required(`/centre/${key}`, facts.centre[key]);
  check.required("/platform/name", facts.platform.name);
  check.required("/borrower/name", facts.borrower.name);
  check.required("/borrower/idNumber", facts.borrower.idNumber);
  if (facts.contracts.length === 0) check.required("/contracts", null);
  const { statementFen, agreedInterestFen, waivedFen, waivedOnCompletionFen, givenUpFen, paidFen } =
    facts.figures;
  check.contradiction(
    "/figures",
    statementFen + agreedInterestFen === sumFen([waivedFen, waivedOnCompletionFen, givenUpFen, paidFen]),
    "what was owed is not what was paid and waived",
  );
  check.printable(facts);
  return check.missing;
}

function particulars(facts: CompletionFacts): Block[] {
  const { platform, borrower, agreement, earlier, contracts } = facts;
  return [
    {
      kind: "table",
      table: {
        headless: true,
        size: 10.5,
        columns: [
          { header: "", share: 26, align: "center" },
          { header: "", share: 74 },
        ],
        rows: [
          ["债务人（乙方）", `${borrower.name}，公民身份号码${borrower.idNumber}`],
          ["债权人一方（甲方）", `${platform.name}，统一社会信用代码${platform.creditCode}`],
          [
            "所涉合同",
            contracts
              .map(({ contractNumber, lender }) => `${contractNumber}（放款机构：${lender}）`)
              .join("\n"),
          ],
          ["调解协议书", `${agreement.number}，${chineseDate(agreement.sealedOn)}生效`],
          ...(earlier.length === 0 ? [] : [["被取代的协议", earlier.join("\n")]]),
        ],
      },
    },
  ];
}

function figures(facts: CompletionFacts): Block[] {
  const { figures: sums, statementAsOf, lastPaidOn, waivedOnCompletion } = facts;
  const rows: [string, Fen][] = [
    [`截至${chineseDate(statementAsOf)}确认的欠款`, sums.statementFen],
    ["协议约定的利息", sums.agreedInterestFen],
    ["协议生效时减免", sums.waivedFen],
    ["付清时减免", sums.waivedOnCompletionFen],
    ["提前付清免除的约定利息", sums.givenUpFen],
    ["依本协议已付", sums.paidFen],
    ["依被取代的协议已付", sums.earlierPaidFen],
    ["多付（应予退还）", sums.creditFen],
  ];
  const always = new Set([rows[0], rows[5]]);
  return [
    {
      kind: "paragraph",
      text: `兹证明：乙方已于${chineseDate(lastPaidOn)}付清上述《调解协议书》项下全部应付款项，依该协议实际支付${chineseAmount(sums.paidFen)}。上列合同项下的债务已经结清，甲方对乙方不再享有债权。`,
    },
    {
      kind: "table",
      table: {
        size: 10,
        columns: [
          { header: "项目", share: 64 },
          { header: "金额（元）", share: 36, align: "right" },
        ],
        rows: rows
          .filter((row) => always.has(row) || row[1] > 0)
          .map(([name, fen]) => [name, formatYuan(fen)]),
      },
    },
    ...(waivedOnCompletion.length === 0
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: `协议所附的减免条件已经成就，下列款项自${chineseDate(lastPaidOn)}起免除：${waivedOnCompletion
              .map(
                ({ contractNumber, component, fen }) =>
                  `合同${contractNumber}的${COMPONENT_NAMES[component]}${formatYuan(fen)}元`,
              )
              .join("；")}。`,
          },
        ]),
  ];
}

/** Never promises to delete what has been reported: 征信业管理条例 16. */
function consequences({ lastPaidOn }: CompletionFacts): Block[] {
  return [
    {
      kind: "paragraph",
      text: `依照协议约定，甲方应当自${chineseDate(lastPaidOn)}起五个工作日内，如实向金融信用信息基础数据库报送或者协助放款机构报送该笔债务已结清的信息。已经形成的不良信息，自不良行为终止之日起依照《征信业管理条例》第十六条的规定保存。`,
    },
    {
      kind: "paragraph",
      text: "本证明依据甲方在履行中登记的收款记录出具，双方当事人各执一份。",
    },
    { kind: "paragraph", text: "特此证明。" },
  ];
}
