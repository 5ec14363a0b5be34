import { sumFen } from "../../shared/money/fen.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import type { Block } from "../pdf/blocks.ts";
import { FactCheck } from "../pdf/checkContent.ts";
import type { Missing } from "../pdf/checkContent.ts";
import { chineseDate, chineseNumber } from "../pdf/chineseText.ts";
import { legible } from "../pdf/printable.ts";
import { agreementClauses } from "./agreementClauses.ts";
import type { AgreementFacts, AgreementSignature, SigningState } from "./agreementFacts.ts";

export interface AgreementContent {
  title: string;
  number: string;
  caseNumber: string;
  centreName: string;
  createdAt: string;
  /** What the parties agree to; its hash is what they sign. */
  blocks: Block[];
  copies: string;
  closing: {
    borrower: string;
    platform: string;
    signatory: string;
    mediator: string;
    recorder: string | null;
    agreedOn: string;
  };
  signing: SigningState;
}

/** Two for the parties, one for the centre, one for the court if judicial confirmation is asked for. */
const COPIES = 4;

/**
 * Composes the agreement in the order of 人民调解法 29 and the statutory form, or says everything that keeps it from
 * being composed. The blocks do not depend on who has signed.
 */
export function composeAgreement(
  facts: AgreementFacts,
  state: SigningState = { stage: "review" },
): { ok: true; content: AgreementContent } | { ok: false; missing: Missing[] } {
  const signing = withLegibleEvidence(state);
  const missing = faultsOf(facts, signing);
  if (missing.length > 0) return { ok: false, missing };
  return {
    ok: true,
    content: {
      title: "调解协议书",
      number: facts.agreementNumber,
      caseNumber: facts.caseNumber,
      centreName: facts.centre.name,
      createdAt: signing.stage === "sealed" ? signing.seal.sealedAt : facts.composedAt,
      blocks: [
        ...partyBlocks(facts),
        heading("纠纷主要事实、争议事项"),
        ...factBlocks(facts),
        heading("经调解，双方当事人自愿达成如下协议"),
        ...agreementClauses(facts),
        heading("履行方式、时限"),
        paragraph(performance(facts)),
      ],
      copies: `本协议一式${chineseNumber(COPIES)}份，双方当事人各执一份，${facts.centre.name}留存一份，一份备司法确认时提交人民法院。`,
      closing: {
        borrower: facts.borrower.name,
        platform: facts.platform.name,
        signatory: `${facts.platform.signatory.name}（${facts.platform.signatory.title}）`,
        mediator: facts.mediator.name,
        recorder: facts.recorder?.name ?? null,
        agreedOn: chineseDate(facts.mediation.agreedOn),
      },
      signing,
    },
  };
}

function heading(text: string): Block {
  return { kind: "heading", text };
}

function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

function partyBlocks({ borrower, platform, centre }: AgreementFacts): Block[] {
  const id = borrower.idNumber;
  const sex = Number(id.charAt(16)) % 2 === 1 ? "男" : "女";
  const born = chineseDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`);
  const known = (label: string, value: string | null) => (value === null ? [] : [[label, value]]);
  return [
    heading("当事人"),
    particulars([
      ["甲方", platform.name],
      ["统一社会信用代码", platform.creditCode],
      ["签署代表", `${platform.signatory.name}（${platform.signatory.title}）`],
      ["住所", platform.address],
      ["联系电话", platform.phone],
    ]),
    particulars([
      ["乙方", borrower.name],
      ["性别、出生日期", `${sex}，${born}`],
      ...known("民族", borrower.ethnicity),
      ...known("职业", borrower.occupation),
      ["公民身份号码", id],
      ["住址", borrower.address],
      ["联系电话", borrower.phone],
    ]),
    particulars([
      ["调解组织", centre.name],
      ["住所、联系电话", `${centre.address}，${centre.phone}`],
    ]),
  ];
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

function factBlocks(facts: AgreementFacts): Block[] {
  const { platform, debts, mediation, schedule } = facts;
  const standing =
    platform.standing === "creditor"
      ? "甲方系下列债权的债权人。"
      : "甲方受下列借款合同的放款机构委托处理相应债权，并保证有权就债务的清偿与乙方达成本协议。";
  const loans = debts.map((debt) => {
    const product = debt.product === null ? "" : `（${debt.product}）`;
    const paid =
      debt.disbursedOn === null
        ? ""
        : `，于${chineseDate(debt.disbursedOn)}取得借款${debt.disbursedFen === null ? "" : `${formatYuan(debt.disbursedFen)}元`}`;
    const overdue = debt.overdueSince === null ? "" : `，自${chineseDate(debt.overdueSince)}起逾期`;
    return paragraph(
      `乙方与${debt.lender}签订编号为${debt.contractNumber}的借款合同${product}${paid}${overdue}。`,
    );
  });
  return [
    paragraph(standing),
    ...loans,
    paragraph(
      `截至${chineseDate(facts.statementAsOf)}，上述合同项下尚欠款项合计${formatYuan(schedule.totals.statementFen)}元。双方就上述欠款的金额、清偿的期限和方式发生争议，自愿申请由${facts.centre.name}调解。调解自${chineseDate(mediation.startedOn)}开始，由调解员${facts.mediator.name}主持。调解员已告知双方当事人在调解中的权利和义务，并说明调解以自愿为原则、不收取费用。`,
    ),
  ];
}

function performance({ schedule }: AgreementFacts): string {
  const first = schedule.rows[0];
  if (first === undefined) return "";
  const account = "以银行转账方式付至第三条所列账户";
  const total = formatYuan(schedule.totals.totalFen);
  if (schedule.rows.length === 1) return `乙方应于${chineseDate(first.due)}前将${total}元${account}。`;
  return `乙方应自${chineseDate(first.due)}起至${chineseDate(schedule.lastDue)}止，按还款安排所列各期日期和金额${account}，共${schedule.rows.length}笔，合计${total}元。`;
}

function faultsOf(facts: AgreementFacts, signing: SigningState): Missing[] {
  const check = new FactCheck();
  const { borrower, platform, centre, schedule, terms } = facts;
  for (const key of ["agreementNumber", "caseNumber", "termsHash"] as const)
    check.required(`/${key}`, facts[key]);
  for (const key of ["name", "phone", "address"] as const) {
    check.required(`/borrower/${key}`, borrower[key]);
    check.required(`/platform/${key}`, platform[key]);
    check.required(`/centre/${key}`, centre[key]);
  }
  if (!/^\d{17}[\dX]$/.test(borrower.idNumber)) check.required("/borrower/idNumber", null);
  check.required("/platform/creditCode", platform.creditCode);
  check.required("/platform/signatory/name", platform.signatory.name);
  check.required("/platform/signatory/title", platform.signatory.title);
  check.required("/mediator/name", facts.mediator.name);
  for (const key of ["name", "bank", "number"] as const)
    check.required(`/terms/payeeAccount/${key}`, terms.payeeAccount[key]);
  if (facts.debts.length === 0) check.required("/debts", null);
  for (const [index, debt] of facts.debts.entries()) {
    check.required(`/debts/${index}/contractNumber`, debt.contractNumber);
    check.required(`/debts/${index}/lender`, debt.lender);
  }
  if (schedule.rows.length === 0) check.required("/schedule/rows", null);
  const listed = sumFen(
    facts.debts.flatMap((debt) => COMPONENTS.map((component) => debt.components[component])),
  );
  check.contradiction(
    "/debts",
    listed === schedule.totals.statementFen,
    "debts do not add up to the schedule's statement",
  );
  const planned = sumFen(schedule.rows.map((row) => row.totalFen));
  check.contradiction(
    "/schedule/rows",
    planned === schedule.totals.totalFen,
    "rows do not add up to the total",
  );
  const known = new Set(facts.debts.map((debt) => debt.debtId));
  check.contradiction(
    "/terms/waivers",
    terms.waivers.every((waiver) => known.has(waiver.debtId)),
    "a waiver names a debt that is not listed",
  );
  check.printable(facts);
  signatureFaults(check, signing);
  return check.missing;
}

/** A browser may call itself anything; a strange name must not keep an agreement from being sealed. */
function withLegibleEvidence(state: SigningState): SigningState {
  if (state.stage === "review") return state;
  const signatures = state.signatures.map((signature) => ({
    ...signature,
    evidence: { ...signature.evidence, device: legible(signature.evidence.device, 240) },
  }));
  return { ...state, signatures };
}

function signatureFaults(check: FactCheck, signing: SigningState): void {
  if (signing.stage === "review") return;
  const hashes = new Set(signing.signatures.map((signature) => signature.contentHash));
  check.contradiction("/signatures", hashes.size <= 1, "the signatures are over different contents");
  for (const [index, signature] of signing.signatures.entries()) {
    if (signature.method === "drawn" && signature.image === null)
      check.required(`/signatures/${index}/image`, null);
    check.required(`/signatures/${index}/signerName`, signature.signerName);
  }
  const parties: AgreementSignature["party"][] = ["borrower", "platform", "mediator"];
  if (signing.stage === "sealed")
    for (const party of parties)
      if (!signing.signatures.some((signature) => signature.party === party))
        check.required(`/signatures/${party}`, null);
  check.printable(signing, "/signing");
}
