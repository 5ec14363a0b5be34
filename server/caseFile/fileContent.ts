import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { COMPONENT_NAMES } from "../../shared/debts/componentNames.ts";
import { type Fen, sumFen } from "../../shared/money/fen.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { Block } from "../pdf/blocks.ts";
import type { Binder, BinderItem } from "../pdf/binder.ts";
import { chineseDate, chineseInstant } from "../pdf/chineseText.ts";
import { legible } from "../pdf/printable.ts";

/** A paper that is put in as it is. */
export type AttachedPaper = { name: string; sha256: string };

/**
 * What a mediation file is made of. Everything in it may be read by the mediator and by the centre alike, so it has no field that could
 * hold what was said in a room, in confidence or in a note.
 */
export interface CaseFileFacts {
  caseNumber: string;
  madeAt: string;
  madeBy: string;
  centre: { name: string; phone: string; address: string };
  mediator: { name: string; declared: string | null } | null;
  platform: { name: string; creditCode: string; phone: string; address: string };
  borrower: { name: string; idNumber: string; phone: string; address: string };
  createdAt: string;
  acceptedAt: string | null;
  stage: string;
  claimedFen: Fen;
  contracts: readonly { contractNumber: string; lender: string; product: string | null }[];
  statement: {
    asOf: LocalDate;
    version: number;
    lines: readonly { contractNumber: string; component: Component; fen: Fen }[];
  };
  consents: readonly { party: string; at: string }[];
  identified: readonly string[];
  /** The record as both may read it: what happened, not what was said. */
  record: readonly { at: string; by: string; what: string }[];
  plans: readonly {
    number: string;
    instalments: readonly { number: number; due: LocalDate; dueFen: Fen; paidFen: Fen }[];
    payments: readonly { paidOn: LocalDate; fen: Fen; reference: string }[];
  }[];
  breached: string | null;
}

/** Files read for it, part by part. */
export interface CaseFileAttachments {
  authorities: readonly LoadedPaper[];
  exhibits: readonly LoadedPaper[];
  records: readonly LoadedPaper[];
  agreements: readonly LoadedPaper[];
  performance: readonly LoadedPaper[];
  confirmation: readonly LoadedPaper[];
  closing: readonly LoadedPaper[];
}
export type LoadedPaper = { name: string; bytes: Uint8Array };

/** The parts of a mediation file in their official order. */
export const FILE_PARTS = [
  "受理登记表",
  "权利义务告知书",
  "身份证明",
  "授权委托书",
  "调查记录",
  "证据",
  "调解记录",
  "协议书",
  "履行凭证",
  "回访记录",
  "司法确认材料",
  "情况说明",
] as const;

export const MOST_PAGES = 800;

/** Composes the file: what exists in its place, 无 where there is nothing. */
export function composeCaseFile(facts: CaseFileFacts, papers: CaseFileAttachments): Binder {
  const items: BinderItem[][] = [
    [words("受理登记表", registration(facts))],
    [words("权利义务告知书", rights(facts))],
    [words("身份证明", identities(facts))],
    files("授权", papers.authorities),
    [words("欠款核对记录", statement(facts))],
    files("证据", papers.exhibits),
    [words("调解过程记录", record(facts)), ...files("记录", papers.records)],
    files("协议", papers.agreements),
    [
      ...facts.plans.map((plan) => words(`履行情况（${plan.number}）`, performance(plan))),
      ...files("履行", papers.performance),
    ],
    [],
    files("确认", papers.confirmation),
    [
      ...(facts.breached === null ? [] : [words("违约情况说明", situation(facts))]),
      ...files("说明", papers.closing),
    ],
  ];
  return {
    title: "人民调解卷宗",
    number: facts.caseNumber,
    createdAt: facts.madeAt,
    watermark: "内部使用",
    mostPages: MOST_PAGES,
    cover: [
      ["卷宗编号", facts.caseNumber],
      ["案由", "金融借款合同纠纷"],
      ["一方当事人", facts.platform.name],
      ["另一方当事人", facts.borrower.name],
      ["调解组织", facts.centre.name],
      ["调解员", facts.mediator?.name ?? "未选任"],
      ["制作", `${facts.madeBy}，${chineseInstant(facts.madeAt)}（北京时间）`],
    ],
    parts: FILE_PARTS.map((name, index) => ({ name, items: items[index] ?? [] })),
    note: "本卷宗仅供调解员和调解组织内部使用，不含当事人在调解中的陈述、方案和单方会谈内容（民诉法解释第107条）。",
  };
}

function words(name: string, blocks: Block[]): BinderItem {
  return {
    kind: "blocks",
    name,
    blocks: [{ kind: "title", text: name }, { kind: "space", points: 6 }, ...blocks],
  };
}

function files(label: string, papers: readonly LoadedPaper[]): BinderItem[] {
  return papers.map(({ name, bytes }, index) => ({
    kind: "file",
    name: legible(name, 120),
    label: `${label}${index + 1}`,
    bytes,
  }));
}

function registration(facts: CaseFileFacts): Block[] {
  return [
    form([
      ["案件号", facts.caseNumber],
      ["提交日期", chineseInstant(facts.createdAt)],
      ["受理日期", facts.acceptedAt === null ? "未受理" : chineseInstant(facts.acceptedAt)],
      ["调解组织", `${facts.centre.name}\n${facts.centre.address}　${facts.centre.phone}`],
      ["申请人", `${facts.platform.name}\n${facts.platform.address}　${facts.platform.phone}`],
      ["被申请人", `${facts.borrower.name}\n${facts.borrower.address}　${facts.borrower.phone}`],
      [
        "所涉合同",
        facts.contracts
          .map(
            ({ contractNumber, lender, product }) =>
              `${contractNumber}（${[lender, product].filter(Boolean).join("，")}）`,
          )
          .join("\n"),
      ],
      ["争议金额", `${formatYuan(facts.claimedFen)}元`],
      ["调解员", facts.mediator?.name ?? "未选任"],
      ["利益冲突声明", legible(facts.mediator?.declared ?? "无", 400)],
      ["案件阶段", facts.stage],
    ]),
  ];
}

function rights({ consents, platform, borrower }: CaseFileFacts): Block[] {
  const names: Record<string, string> = { platform: platform.name, borrower: borrower.name };
  return [
    ...RIGHTS.map((text): Block => ({ kind: "paragraph", text })),
    { kind: "heading", text: "当事人确认" },
    consents.length === 0
      ? { kind: "paragraph", text: "当事人尚未表示同意调解。" }
      : form(
          consents.map(({ party, at }) => [
            names[party] ?? party,
            `阅读上述告知后表示同意调解，${chineseInstant(at)}`,
          ]),
        ),
  ];
}

const RIGHTS = [
  "一、当事人在人民调解活动中享有下列权利：选择或者接受人民调解员；接受调解、拒绝调解或者要求终止调解；要求调解公开进行或者不公开进行；自主表达意愿、自愿达成调解协议（《中华人民共和国人民调解法》第二十三条）。",
  "二、当事人在人民调解活动中履行下列义务：如实陈述纠纷事实；遵守调解现场秩序，尊重人民调解员；尊重对方当事人行使权利（同法第二十四条）。",
  "三、调解不收取任何费用。经调解达成的调解协议具有法律约束力，当事人应当按照约定履行；双方可以自协议生效之日起三十日内共同申请司法确认（同法第三十一条、第三十三条）。",
  "四、调解不成或者终止的，当事人可以依法通过仲裁、诉讼等途径维护自己的权利；在调解中为达成协议作出的妥协，不得在其后的诉讼中作为对其不利的根据。",
];

function identities({ platform, borrower, identified }: CaseFileFacts): Block[] {
  return [
    form([
      ["当事人", platform.name],
      ["统一社会信用代码", platform.creditCode],
      ["核验方式", "由调解组织开通的机构账户，经办人以本人账户登录"],
    ]),
    form([
      ["当事人", borrower.name],
      ["公民身份号码", borrower.idNumber],
      [
        "核验方式",
        identified.length === 0
          ? "尚未核验"
          : identified.map((at) => `短信验证码和证件号码核验通过，${chineseInstant(at)}`).join("\n"),
      ],
    ]),
  ];
}

function statement({ statement: { asOf, version, lines } }: CaseFileFacts): Block[] {
  return [
    { kind: "paragraph", text: `截至${chineseDate(asOf)}，双方核对的欠款项目如下（第${version}版）：` },
    {
      kind: "table",
      table: {
        columns: [
          { header: "合同编号", share: 44 },
          { header: "项目", share: 30, align: "center" },
          { header: "金额（元）", share: 26, align: "right" },
        ],
        rows: lines.map(({ contractNumber, component, fen }) => [
          contractNumber,
          COMPONENT_NAMES[component],
          formatYuan(fen),
        ]),
        total: ["合计", "", formatYuan(sumFen(lines.map((line) => line.fen)))],
      },
    },
  ];
}

function record({ record: events }: CaseFileFacts): Block[] {
  return [
    { kind: "note", text: "按发生的先后记载程序事项；当事人在调解中的陈述依法不记入卷宗。" },
    {
      kind: "table",
      table: {
        size: 9.5,
        columns: [
          { header: "时间（北京时间）", share: 27, align: "center" },
          { header: "经办", share: 22 },
          { header: "事项", share: 51 },
        ],
        rows: events.map(({ at, by, what }) => [chineseInstant(at), legible(by, 60), what]),
      },
    },
  ];
}

function performance(plan: CaseFileFacts["plans"][number]): Block[] {
  return [
    {
      kind: "table",
      table: {
        columns: [
          { header: "期数", share: 14, align: "center" },
          { header: "应还日期", share: 32, align: "center" },
          { header: "应还金额（元）", share: 27, align: "right" },
          { header: "已还金额（元）", share: 27, align: "right" },
        ],
        rows: plan.instalments.map(({ number, due, dueFen, paidFen }) => [
          number === 0 ? "首付款" : String(number),
          chineseDate(due),
          formatYuan(dueFen),
          formatYuan(paidFen),
        ]),
      },
    },
    { kind: "heading", text: "收款记录" },
    plan.payments.length === 0
      ? { kind: "paragraph", text: "尚无收款。" }
      : {
          kind: "table",
          table: {
            columns: [
              { header: "收款日期", share: 30, align: "center" },
              { header: "金额（元）", share: 26, align: "right" },
              { header: "凭证号", share: 44 },
            ],
            rows: plan.payments.map(({ paidOn, fen, reference }) => [
              chineseDate(paidOn),
              formatYuan(fen),
              legible(reference, 100),
            ]),
            total: ["合计", formatYuan(sumFen(plan.payments.map((payment) => payment.fen))), ""],
          },
        },
  ];
}

function situation({ breached }: CaseFileFacts): Block[] {
  return [{ kind: "paragraph", text: breached ?? "" }];
}

function form(rows: string[][]): Block {
  return {
    kind: "table",
    table: {
      headless: true,
      size: 11,
      columns: [
        { header: "", share: 26, align: "center" },
        { header: "", share: 74 },
      ],
      rows,
    },
  };
}
