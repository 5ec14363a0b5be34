import type { SignatureMethod } from "../../shared/agreements/signing.ts";
import type { ConfirmationParty } from "../../shared/confirmations/lifecycle.ts";
import { drawBlocks } from "../pdf/blocks.ts";
import { chineseInstant } from "../pdf/chineseText.ts";
import { BODY, NOTE, paragraph } from "../pdf/paragraph.ts";
import { Sheet } from "../pdf/sheet.ts";
import { drawSignatureBlock, prepareSignature, signatureBlockHeight } from "../pdf/signatureBlock.ts";
import type { SignatureLine } from "../pdf/signatureBlock.ts";
import { drawTable } from "../pdf/table.ts";
import type { VerifyMark } from "../pdf/verifyMark.ts";
import type { ApplicationContent } from "./applicationContent.ts";

export interface ApplicationSignature {
  party: ConfirmationParty;
  signerName: string;
  method: SignatureMethod;
  image: Uint8Array | null;
  signedAt: string;
  consentWording: string;
  identification: string;
  device: string;
}

export interface SignedApplication {
  content: ApplicationContent;
  contentHash: string;
  signatures: readonly ApplicationSignature[];
  /** How the sealed application is verified. */
  verify?: VerifyMark;
}

const ROLES: Record<ConfirmationParty, string> = { platform: "申请人（甲方）", borrower: "申请人（乙方）" };

/** Draws the joint application; once somebody has signed, a record of how follows. */
export async function drawApplication(
  application: SignedApplication,
): Promise<{ bytes: Uint8Array; pageCount: number }> {
  const { content, signatures } = application;
  const complete = signatures.length === 2;
  const sheet = new Sheet({
    title: `${content.title} ${content.number}`,
    createdAt: new Date(signatures.at(-1)?.signedAt ?? content.createdAt),
    footer: (page, pages) => `第 ${page} 页　共 ${pages} 页`,
    ...(complete ? {} : { watermark: "供审阅　未签署" }),
    ...(application.verify === undefined ? {} : { verify: application.verify }),
  });
  drawBlocks(sheet, [
    { kind: "space", points: 6 },
    { kind: "title", text: content.title },
    { kind: "space", points: 6 },
    ...content.blocks,
  ]);
  await drawClosing(sheet, application);
  if (signatures.length > 0) drawRecord(sheet, application);
  return await sheet.finish();
}

async function drawClosing(sheet: Sheet, application: SignedApplication): Promise<void> {
  const { content } = application;
  const lines = [
    await line(application, "platform", `${content.closing.platform}\n（签署代表签名）`),
    await line(application, "borrower", content.closing.borrower),
  ];
  // The court's name, the papers and the signatures belong on one page.
  sheet.keep(signatureBlockHeight(lines) + (3 + content.attachments.length) * BODY.leading);
  paragraph(sheet, "此致");
  paragraph(sheet, content.court, { ...BODY, indent: 0 });
  sheet.y += 8;
  drawSignatureBlock(sheet, lines);
  paragraph(sheet, "附：", { ...NOTE, size: 10.5, leading: 18 });
  for (const name of content.attachments)
    paragraph(sheet, name, { ...NOTE, size: 10.5, leading: 18, indent: 2 });
}

async function line(
  { signatures }: SignedApplication,
  party: ConfirmationParty,
  under: string,
): Promise<SignatureLine> {
  const label = `${ROLES[party]}：`;
  const found = signatures.find((signature) => signature.party === party);
  if (found === undefined) return { label, under, mark: null };
  const signed = { label, under, date: chineseInstant(found.signedAt) };
  if (found.image === null) return { ...signed, mark: { kind: "typed", name: found.signerName } };
  return { ...signed, mark: { kind: "drawn", image: await prepareSignature(found.image) } };
}

function drawRecord(sheet: Sheet, { contentHash, signatures }: SignedApplication): void {
  sheet.newPage();
  drawBlocks(sheet, [
    { kind: "title", text: "签署记录" },
    { kind: "note", text: `申请书内容 SHA-256：${contentHash}` },
  ]);
  for (const signature of signatures) {
    sheet.keep(190);
    paragraph(sheet, `${ROLES[signature.party]}：${signature.signerName}`, {
      ...BODY,
      tag: "H2",
      weight: "bold",
      indent: 0,
      before: 8,
    });
    drawTable(sheet, {
      headless: true,
      size: 9.5,
      columns: [
        { header: "", share: 22, align: "center" },
        { header: "", share: 78 },
      ],
      rows: [
        [
          "方式和时间",
          `${signature.method === "drawn" ? "在屏幕上手写签名" : "键入姓名"}，${chineseInstant(signature.signedAt)}（北京时间）`,
        ],
        ["身份核验", signature.identification],
        ["网络地址和设备", signature.device],
        ["签署意愿", signature.consentWording],
      ],
    });
  }
}
