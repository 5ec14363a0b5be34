import type { Party } from "../../shared/journal/audience.ts";
import type { MinutesAnswer } from "../../shared/minutes/lifecycle.ts";
import type { MinutesBody, Present } from "../../shared/minutes/minutesView.ts";
import type { Block } from "../pdf/blocks.ts";
import { FactCheck, type Missing } from "../pdf/checkContent.ts";
import { chineseDate, chineseInstant } from "../pdf/chineseText.ts";
import type { MinutesHeading } from "./minutes.entity.ts";

/** Everything minutes are printed from. */
export interface MinutesFacts {
  number: string;
  draftedAt: string;
  heading: MinutesHeading;
  body: MinutesBody;
  /** Whose word is asked for, and what they said; null while they have said nothing. */
  words: readonly {
    name: string;
    party: Party;
    said: { answer: MinutesAnswer; remark: string | null; at: string } | null;
  }[];
}

export interface MinutesContent {
  title: string;
  number: string;
  createdAt: string;
  centreName: string;
  mediator: string;
  blocks: Block[];
}

const PARTY_WORDS: Record<Party, string> = { borrower: "借款人", platform: "平台", mediator: "调解员" };
const ANSWER_WORDS: Record<MinutesAnswer, string> = { confirmed: "确认无误", refused: "不予确认" };

export function composeMinutesPaper(
  facts: MinutesFacts,
): { ok: true; content: MinutesContent } | { ok: false; missing: Missing[] } {
  const check = new FactCheck();
  check.required("/number", facts.number);
  for (const [key, value] of Object.entries(facts.heading)) check.required(`/heading/${key}`, value);
  check.printable({ heading: facts.heading, body: facts.body, words: facts.words });
  if (check.missing.length > 0) return { ok: false, missing: check.missing };
  const { heading, number } = facts;
  return {
    ok: true,
    content: {
      title: "调解笔录",
      number,
      createdAt: facts.draftedAt,
      centreName: heading.centre,
      mediator: heading.mediator,
      blocks: [...particulars(facts), ...course(facts), ...outcome(facts), ...confirmations(facts)],
    },
  };
}

function particulars({ heading, body }: MinutesFacts): Block[] {
  const { subject, present } = body;
  const here = present.filter((one) => one.here);
  const away = present.filter((one) => !one.here);
  const when =
    subject.kind === "session"
      ? `第${subject.number}次调解会，${chineseInstant(subject.from)}至${chineseInstant(subject.to)}（北京时间）`
      : `${chineseDate(subject.firstDay)}至${chineseDate(subject.lastDay)}`;
  return [
    form([
      ["案件号", heading.caseNumber],
      ["时间", when],
      ["地点", "网上调解室"],
      ["调解组织", heading.centre],
      ["调解员、记录人", heading.mediator],
      ["当事人", `${heading.platform}\n${heading.borrower}`],
      ["参加人", here.length === 0 ? "无" : here.map(personText).join("\n")],
      ...(away.length === 0 ? [] : [["未到", away.map(personText).join("\n")]]),
    ]),
  ];
}

function personText({ name, party, seconds }: Present): string {
  const lasted = seconds === null ? "" : `，在会${Math.max(1, Math.round(seconds / 60))}分钟`;
  return `${name}（${PARTY_WORDS[party]}${lasted}）`;
}

function course({ body: { points } }: MinutesFacts): Block[] {
  return [
    { kind: "heading", text: "调解经过" },
    points.length === 0
      ? { kind: "paragraph", text: "这一期间没有需要记载的事项。" }
      : {
          kind: "table",
          table: {
            size: 10,
            columns: [
              { header: "时间（北京时间）", share: 24, align: "center" },
              { header: "事项", share: 44 },
              { header: "调解员附注", share: 32 },
            ],
            rows: points.map(({ at, text, remark }) => [chineseInstant(at), text, remark ?? ""]),
          },
        },
  ];
}

function outcome({ body }: MinutesFacts): Block[] {
  return [
    { kind: "heading", text: "调解结果" },
    { kind: "paragraph", text: body.outcome },
    ...(body.outcomeRemark === null ? [] : [{ kind: "paragraph" as const, text: body.outcomeRemark }]),
    ...(body.general === null
      ? []
      : [
          { kind: "heading" as const, text: "其他记载" },
          { kind: "paragraph" as const, text: body.general },
        ]),
  ];
}

function confirmations({ words }: MinutesFacts): Block[] {
  return [
    { kind: "heading", text: "参加人确认" },
    words.length === 0
      ? { kind: "paragraph", text: "除调解员外没有其他参加人。" }
      : {
          kind: "table",
          table: {
            size: 10,
            columns: [
              { header: "参加人", share: 24 },
              { header: "意见", share: 16, align: "center" },
              { header: "时间（北京时间）", share: 24, align: "center" },
              { header: "说明", share: 36 },
            ],
            rows: words.map(({ name, party, said }) => [
              `${name}（${PARTY_WORDS[party]}）`,
              said === null ? "未表示意见" : ANSWER_WORDS[said.answer],
              said === null ? "" : chineseInstant(said.at),
              said?.remark ?? "",
            ]),
          },
        },
    {
      kind: "paragraph",
      text: "本笔录依据共同调解室的记录制作，只记载调解的经过，不记载单方会谈、方案的具体内容和密封的答复。",
    },
    {
      kind: "paragraph",
      text: "当事人为达成调解协议作出妥协而认可的事实，不得在其后的诉讼中作为对其不利的根据。本笔录由调解组织和参加人保存，不作为证据提交。",
    },
  ];
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
