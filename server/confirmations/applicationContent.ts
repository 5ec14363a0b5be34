import type { LocalDate } from "../../shared/calendar/localDate.ts";
import type { Block } from "../pdf/blocks.ts";
import { FactCheck, type Missing } from "../pdf/checkContent.ts";
import { chineseDate } from "../pdf/chineseText.ts";

/** What the joint application says, gathered from the agreement in force and the court that was entered. */
export interface ApplicationFacts {
  court: string;
  centre: { name: string; address: string; phone: string };
  mediator: string;
  agreement: {
    number: string;
    agreedOn: LocalDate;
    effectiveOn: LocalDate;
    documentSha256: string;
    pageCount: number;
  };
  deadline: LocalDate;
  platform: { name: string; creditCode: string; address: string; phone: string };
  borrower: { name: string; idNumber: string; address: string; phone: string };
  contractNumbers: readonly string[];
  preparedAt: string;
}

export interface ApplicationContent {
  title: string;
  number: string;
  createdAt: string;
  blocks: Block[];
  court: string;
  attachments: readonly string[];
  closing: { platform: string; borrower: string };
}

/** What goes to the court with the application (民诉法解释 353; 法释〔2011〕5号 3), in the order of the bundle. */
export const APPLICATION_PAPERS = [
  "司法确认申请书",
  "调解协议书",
  "调解组织主持调解的证明",
  "申请人身份证明、资格证明",
  "送达地址和联系方式确认书",
  "授权委托书",
] as const;

/** Composes the joint application, or says everything that keeps it from being composed. */
export function composeApplication(
  facts: ApplicationFacts,
): { ok: true; content: ApplicationContent } | { ok: false; missing: Missing[] } {
  const missing = faultsOf(facts);
  if (missing.length > 0) return { ok: false, missing };
  const { platform, borrower, agreement } = facts;
  return {
    ok: true,
    content: {
      title: "司法确认申请书",
      number: agreement.number,
      createdAt: facts.preparedAt,
      court: facts.court,
      blocks: [...applicants(facts), ...requests(facts), ...reasons(facts), ...promise()],
      attachments: APPLICATION_PAPERS.slice(1).map((name, index) => {
        const last = index === APPLICATION_PAPERS.length - 2 ? "（如有委托代理人）" : "";
        return `${index + 1}. ${name}${last}`;
      }),
      closing: { platform: platform.name, borrower: borrower.name },
    },
  };
}

function faultsOf(facts: ApplicationFacts): Missing[] {
  const check = new FactCheck();
  check.required("/court", facts.court);
  for (const key of ["name", "address", "phone"] as const) {
    check.required(`/centre/${key}`, facts.centre[key]);
    check.required(`/platform/${key}`, facts.platform[key]);
    check.required(`/borrower/${key}`, facts.borrower[key]);
  }
  check.required("/platform/creditCode", facts.platform.creditCode);
  check.required("/borrower/idNumber", facts.borrower.idNumber);
  check.required("/mediator", facts.mediator);
  if (facts.contractNumbers.length === 0) check.required("/contractNumbers", null);
  check.printable(facts);
  return check.missing;
}

function applicants({ platform, borrower }: ApplicationFacts): Block[] {
  const id = borrower.idNumber;
  const sex = Number(id.charAt(16)) % 2 === 1 ? "男" : "女";
  const born = chineseDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`);
  return [
    { kind: "heading", text: "申请人" },
    particulars([
      ["申请人（甲方）", platform.name],
      ["统一社会信用代码", platform.creditCode],
      ["住所、送达地址", platform.address],
      ["联系电话", platform.phone],
    ]),
    particulars([
      ["申请人（乙方）", borrower.name],
      ["性别、出生日期", `${sex}，${born}`],
      ["公民身份号码", id],
      ["住址、送达地址", borrower.address],
      ["联系电话", borrower.phone],
    ]),
  ];
}

function requests({ agreement, centre }: ApplicationFacts): Block[] {
  return [
    { kind: "heading", text: "请求事项" },
    text(
      `请求依法确认申请人于${chineseDate(agreement.agreedOn)}经${centre.name}主持调解达成的《调解协议书》（编号：${agreement.number}）有效。`,
    ),
  ];
}

function reasons({ agreement, centre, mediator, contractNumbers, deadline }: ApplicationFacts): Block[] {
  return [
    { kind: "heading", text: "事实与理由" },
    text(
      `申请人之间因借款合同（编号：${contractNumbers.join("、")}）的履行发生纠纷，自愿申请由${centre.name}调解。经调解员${mediator}主持调解，双方于${chineseDate(agreement.agreedOn)}自愿达成调解协议，协议经双方当事人和调解员签名、调解组织盖章，于${chineseDate(agreement.effectiveOn)}生效。`,
    ),
    text(
      `协议书为电子文件，共${agreement.pageCount}页，文件校验值（SHA-256）：${agreement.documentSha256}。`,
    ),
    text(
      `依照《中华人民共和国人民调解法》第三十三条和《中华人民共和国民事诉讼法》第二百零五条、第二百零六条的规定，双方自愿共同提出本申请。申请期限至${chineseDate(deadline)}届满。`,
    ),
  ];
}

function promise(): Block[] {
  return [
    { kind: "heading", text: "申请人的承诺" },
    text(
      "双方当事人出于解决纠纷的目的自愿达成调解协议，没有恶意串通、规避法律的行为；协议内容不损害国家利益、社会公共利益和他人合法权益。因该协议内容给他人造成损害的，愿意承担相应的民事责任和其他法律责任。",
    ),
    text(
      "双方确认上列送达地址和联系电话为本申请及其后执行程序中人民法院送达文书的地址；变更时及时书面告知人民法院，未告知的，按原地址送达视为送达。",
    ),
  ];
}

function text(words: string): Block {
  return { kind: "paragraph", text: words };
}

function particulars(rows: string[][]): Block {
  return {
    kind: "table",
    table: {
      headless: true,
      columns: [
        { header: "", share: 26, align: "center" },
        { header: "", share: 74 },
      ],
      rows,
    },
  };
}
