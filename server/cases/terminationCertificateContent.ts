import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { compareDates } from "../../shared/calendar/localDate.ts";
import type { TerminationReason } from "../../shared/cases/lifecycle.ts";
import type { Block } from "../pdf/blocks.ts";
import { FactCheck } from "../pdf/checkContent.ts";
import type { Missing } from "../pdf/checkContent.ts";
import { chineseDate } from "../pdf/chineseText.ts";

/** The outcome of a mediation and nothing of what was said in it: there is no field for that. */
export interface TerminationCertificateFacts {
  certificateNumber: string;
  caseNumber: string;
  centre: { name: string; phone: string; address: string };
  platformName: string;
  borrower: { name: string; idNumber: string };
  mediatorName: string;
  contractNumbers: readonly string[];
  startedOn: LocalDate;
  endedOn: LocalDate;
  reason: TerminationReason;
  issuedAt: string;
}

export interface TerminationCertificateContent {
  title: string;
  number: string;
  centreName: string;
  createdAt: string;
  /** How the paper is verified, once it is to be sealed. */
  verify?: { code: string; url: string; development: boolean };
  issuedOn: string;
  blocks: Block[];
}

/** Neutral on purpose: a court learns that mediation ended, not whose conduct ended it. */
const OUTCOMES: Record<TerminationReason, string> = {
  out_of_scope: "该纠纷不属于本调解组织的受理范围",
  declined_by_borrower: "一方当事人不同意进行调解",
  declined_by_platform: "一方当事人不同意进行调解",
  unreachable: "未能与一方当事人取得联系",
  no_answer_in_time: "一方当事人未在期限内答复是否参加调解",
  impasse: "双方当事人未能达成调解协议",
  withdrawn_by_platform: "一方当事人退出调解",
  withdrawn_by_borrower: "一方当事人退出调解",
  expired: "调解期限届满，双方当事人未达成调解协议",
};

/** Composes the certificate of termination, or says what keeps it from being issued. */
export function composeTerminationCertificate(
  facts: TerminationCertificateFacts,
): { ok: true; content: TerminationCertificateContent } | { ok: false; missing: Missing[] } {
  const check = new FactCheck();
  for (const key of ["certificateNumber", "caseNumber", "platformName", "mediatorName"] as const)
    check.required(`/${key}`, facts[key]);
  for (const key of ["name", "phone", "address"] as const)
    check.required(`/centre/${key}`, facts.centre[key]);
  check.required("/borrower/name", facts.borrower.name);
  check.required("/borrower/idNumber", facts.borrower.idNumber);
  if (facts.contractNumbers.length === 0) check.required("/contractNumbers", null);
  check.contradiction(
    "/endedOn",
    compareDates(facts.startedOn, facts.endedOn) <= 0,
    "the mediation ends before it starts",
  );
  check.printable(facts);
  if (check.missing.length > 0) return { ok: false, missing: check.missing };
  return {
    ok: true,
    content: {
      title: "调解终止证明",
      number: facts.certificateNumber,
      centreName: facts.centre.name,
      createdAt: facts.issuedAt,
      issuedOn: chineseDate(facts.endedOn),
      blocks: blocksOf(facts),
    },
  };
}

function blocksOf(facts: TerminationCertificateFacts): Block[] {
  const { centre, borrower } = facts;
  return [
    {
      kind: "table",
      table: {
        headless: true,
        size: 12,
        columns: [
          { header: "", share: 26, align: "center" },
          { header: "", share: 74 },
        ],
        rows: [
          ["案件号", facts.caseNumber],
          ["一方当事人", facts.platformName],
          ["另一方当事人", `${borrower.name}，公民身份号码${borrower.idNumber}`],
          ["所涉合同", facts.contractNumbers.join("\n")],
          ["调解起止日期", `${chineseDate(facts.startedOn)}至${chineseDate(facts.endedOn)}`],
          ["调解员", facts.mediatorName],
        ],
      },
    },
    {
      kind: "paragraph",
      text: `上述当事人之间的金融借款纠纷，由${centre.name}组织调解。${OUTCOMES[facts.reason]}，本次调解于${chineseDate(facts.endedOn)}终止。`,
    },
    {
      kind: "paragraph",
      text: "当事人可以依法通过仲裁、诉讼等途径主张权利。",
    },
    {
      kind: "paragraph",
      text: "本证明仅证明调解已经终止，不涉及当事人在调解中的陈述、方案和意见，不对争议事实作出认定。",
    },
    { kind: "paragraph", text: "特此证明。" },
    { kind: "space", points: 12 },
    { kind: "note", text: `调解组织地址：${centre.address}　联系电话：${centre.phone}` },
  ];
}
