import { drawBlocks } from "../pdf/blocks.ts";
import { chineseInstant } from "../pdf/chineseText.ts";
import { BODY, paragraph } from "../pdf/paragraph.ts";
import { Sheet, type SheetOptions } from "../pdf/sheet.ts";
import { drawSignatureBlock, prepareSignature, signatureBlockHeight } from "../pdf/signatureBlock.ts";
import type { SignatureLine } from "../pdf/signatureBlock.ts";
import type { VerifyMark } from "../pdf/verifyMark.ts";
import type { AgreementContent } from "./agreementContent.ts";
import type { AgreementParty, AgreementSignature } from "./agreementFacts.ts";
import { agreementContentHash } from "./agreementHash.ts";

const ROLES: Record<AgreementParty, string> = {
  platform: "甲方签署代表",
  borrower: "乙方",
  mediator: "调解员",
};

const METHODS = { drawn: "在屏幕上手写签名", typed: "键入姓名" } as const;

/** Draws the agreement; once signed, a record of how it was signed follows on its own page. */
export async function drawAgreement(
  content: AgreementContent,
): Promise<{ bytes: Uint8Array; pageCount: number }> {
  const review = content.signing.stage === "review";
  const sheet = new Sheet({
    title: `${content.title} ${content.number}`,
    createdAt: new Date(content.createdAt),
    header: `${content.centreName}　${content.title}　编号：${content.number}`,
    footer: (page, pages) => `第 ${page} 页　共 ${pages} 页`,
    ...verifyMark(content),
    ...(review ? { watermark: "供审阅　未签署" } : {}),
  });
  drawBlocks(sheet, [
    { kind: "title", text: content.title },
    {
      kind: "paragraph",
      text: `编号：${content.number}　　案件号：${content.caseNumber}`,
      indent: 0,
      align: "center",
    },
    { kind: "space", points: 4 },
    ...content.blocks,
  ]);
  await drawClosing(sheet, content);
  if (content.signing.stage !== "review") drawRecord(sheet, content, content.signing.signatures);
  return sheet.finish();
}

function verifyMark({ signing }: AgreementContent): Pick<SheetOptions, "verify"> {
  const verify = signing.stage === "sealed" ? signing.seal.verify : undefined;
  return verify === undefined ? {} : { verify };
}

async function drawClosing(sheet: Sheet, content: AgreementContent): Promise<void> {
  const { closing, copies } = content;
  const lines: SignatureLine[] = [
    await line(content, "platform", `甲方（签署代表签名）：`, `${closing.platform}\n${closing.signatory}`),
    await line(content, "borrower", "乙方（签名）：", closing.borrower),
    await line(
      content,
      "mediator",
      closing.recorder === null ? "调解员（兼记录人）：" : "调解员（签名）：",
      closing.mediator,
    ),
  ];
  // Signed on paper where there is one: nobody signs here for somebody else.
  if (closing.recorder !== null) lines.push({ label: "记录人：", under: closing.recorder, mark: null });
  lines.push({ label: "调解组织（印章）：", under: closing.agreedOn, mark: sealMark(content) });
  // Signatures never stand on a page without words of the agreement.
  sheet.keep(signatureBlockHeight(lines) + 3 * BODY.leading);
  paragraph(sheet, copies);
  sheet.y += 8;
  drawSignatureBlock(sheet, lines);
}

function sealMark({ signing, centreName, ...content }: AgreementContent): SignatureLine["mark"] {
  if (signing.stage !== "sealed") return null;
  const hash = agreementContentHash({ ...content, signing, centreName });
  return {
    kind: "stamp",
    lines: [
      centreName,
      `盖章时间：${chineseInstant(signing.seal.sealedAt)}`,
      "协议内容 SHA-256：",
      hash.slice(0, 32),
      hash.slice(32),
    ],
    // The same hash for a machine: nobody compares 64 digits by eye.
    qr: hash,
  };
}

async function line(
  { signing }: AgreementContent,
  party: AgreementParty,
  label: string,
  name: string,
): Promise<SignatureLine> {
  const signature =
    signing.stage === "review"
      ? undefined
      : signing.signatures.find((candidate) => candidate.party === party);
  if (signature === undefined) return { label, under: name, mark: null };
  const signed = { label, under: name, date: chineseInstant(signature.signedAt) };
  if (signature.method === "typed" || signature.image === null)
    return { ...signed, mark: { kind: "typed", name: signature.signerName } };
  return { ...signed, mark: { kind: "drawn", image: await prepareSignature(signature.image) } };
}

function drawRecord(
  sheet: Sheet,
  content: AgreementContent,
  signatures: readonly AgreementSignature[],
): void {
  sheet.newPage();
  drawBlocks(sheet, [
    { kind: "title", text: "签署记录" },
    {
      kind: "paragraph",
      text: `本记录载明编号${content.number}的调解协议书的签署经过，与协议正文构成同一文件。各签署人签署的协议内容摘要（SHA-256）：`,
    },
    { kind: "paragraph", text: agreementContentHash(content), indent: 0, align: "center" },
  ]);
  for (const signature of signatures)
    drawRecordOf(sheet, `${ROLES[signature.party]}：${signature.signerName}`, [
      ["方式和时间", `${METHODS[signature.method]}，${chineseInstant(signature.signedAt)}（北京时间）`],
      ["身份核验", signature.evidence.identification],
      ["网络地址和设备", `${signature.evidence.ip}\n${signature.evidence.device}`],
      ...(signature.evidence.lines ?? []).map(({ label, text }) => [label, text]),
      ["签署意愿", signature.consentWording],
    ]);
  if (content.signing.stage !== "sealed") return;
  const { seal } = content.signing;
  drawRecordOf(sheet, `调解组织：${content.centreName}`, [
    ["盖章", `经办人${seal.sealedBy}，${chineseInstant(seal.sealedAt)}（北京时间）`],
    ...(seal.verify === undefined ? [] : verificationOf(seal.verify)),
  ]);
}

/** Who acted, and a table of how; together on one page. */
function drawRecordOf(sheet: Sheet, heading: string, rows: readonly (readonly string[])[]): void {
  const columns = [
    { header: "", share: 22, align: "center" },
    { header: "", share: 78 },
  ] as const;
  drawBlocks(sheet, [
    { kind: "heading", text: heading, indent: 0 },
    { kind: "table", table: { headless: true, size: 9.5, columns, rows } },
  ]);
}

function verificationOf({ code, url, development }: VerifyMark): string[][] {
  const warning = development
    ? "本文件以安装时自动生成的开发用密钥盖章，仅供试用，不能证明签发人的身份。"
    : "";
  return [
    ["核验码和网址", `${code}\n${url}`],
    ["说明", `本文件（协议正文和签署记录）以数字签名整体盖章，任何改动均可在核验时发现。${warning}`],
  ];
}
