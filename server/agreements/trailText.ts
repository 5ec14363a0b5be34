import { formatYuan } from "../../shared/money/formatYuan.ts";
import { chineseDate, chineseInstant } from "../pdf/chineseText.ts";
import type {
  AuthorityShown,
  RepresentationShown,
  SignatureEvidence,
  SigningTrailSummary,
} from "./agreement.entity.ts";

/** One row of the record of signing. */
export type RecordLine = { label: string; text: string };

const MOST_TIMES = 40;

/** What the record of signing says of the way to a signature: read, proved, agreed to, and by whose leave. */
export function trailLines(evidence: SignatureEvidence): RecordLine[] {
  const lines: RecordLine[] = [];
  const { trail, authority, representation } = evidence;
  if (trail !== undefined) {
    lines.push({ label: "阅读经过", text: readingText(trail) });
    if (evidence.codeSentAt !== null && evidence.codeEnteredAt !== null) {
      lines.push({ label: "验证码", text: codeText(trail, evidence.codeSentAt, evidence.codeEnteredAt) });
    }
    lines.push({
      label: "声明显示",
      text: `签署前已显示下列声明（文本版本${trail.consentVersion}）并由本人勾选同意。`,
    });
  }
  if (representation) lines.push({ label: "代理签署", text: representationText(representation) });
  if (authority) lines.push({ label: "签署授权", text: authorityText(authority) });
  return lines;
}

function readingText({ openedAt, pageCount, pages }: SigningTrailSummary): string {
  if (openedAt === null || pageCount === null) return "未使用本系统的逐页阅读功能。";
  const numbers = pages.map(({ page }) => page).toSorted((a, b) => a - b);
  const whole = numbers.length === pageCount;
  const which = whole ? `逐页查看第1页至第${pageCount}页` : `查看第${numbers.join("、")}页`;
  const times = pages
    .slice(0, MOST_TIMES)
    .map(({ page, at }) => `第${page}页${clock(at)}`)
    .join("，");
  return `${chineseInstant(openedAt)}首次打开全文；${which}（共${pageCount}页）。各页首次显示：${times}。`;
}

function codeText({ codesSent, wrongCodes }: SigningTrailSummary, sentAt: string, enteredAt: string): string {
  return `共发送${codesSent}次，输入有误${wrongCodes}次；末次于${chineseInstant(sentAt)}发送，于${chineseInstant(enteredAt)}输入正确。`;
}

function authorityText({ number, validFrom, validTo, maxTotalFen, documentSha256 }: AuthorityShown): string {
  const until = validTo === null ? "至撤销时止" : `至${chineseDate(validTo)}`;
  const scope = maxTotalFen === null ? "不限金额" : `单份协议不超过${formatYuan(maxTotalFen)}元`;
  return `授权书${number}，自${chineseDate(validFrom)}${until}，${scope}；授权文件SHA-256：${documentSha256}。`;
}

function representationText({ borrowerName, grantedOn, endsOn, paperSha256 }: RepresentationShown): string {
  const term = `${chineseDate(grantedOn)}出具，有效期至${chineseDate(endsOn)}`;
  return `由本人代${borrowerName}签署，身份为委托代理人（特别授权）；授权委托书${term}，文件SHA-256：${paperSha256}。`;
}

/** Hours, minutes and seconds in Shanghai. */
function clock(at: string): string {
  return new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(11, 19);
}
