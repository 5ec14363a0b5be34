import { stringify } from "csv-stringify/sync";
import { shanghaiClockOf } from "../../shared/calendar/shanghai.ts";
import type { ScheduleRow } from "../../shared/plans/schedule.ts";
import type { ArchivedAgreement } from "./agreementList.repository.ts";

export const ARCHIVE_LOCALES = ["zh", "en"] as const;
export type ArchiveLocale = (typeof ARCHIVE_LOCALES)[number];

const HEAD = {
  agreements: {
    zh: ["协议编号", "案号", "债务人", "平台", "调解组织", "合同编号", "欠款合计（元）", "减免（元）"].concat(
      [
        "新增利息（元）",
        "应还总额（元）",
        "期数",
        "末期到期日",
        "生效时间",
        "内容指纹",
        "文件指纹",
        "文件名",
      ],
    ),
    en: [
      "Agreement",
      "Case",
      "Debtor",
      "Platform",
      "Centre",
      "Contracts",
      "Statement (yuan)",
      "Waived (yuan)",
    ].concat(
      ["New interest (yuan)", "To pay (yuan)", "Payments", "Last due", "In force since", "Content SHA-256"],
      ["Document SHA-256", "File"],
    ),
  },
  schedule: {
    zh: [
      "协议编号",
      "合同编号",
      "期次",
      "到期日",
      "抵偿欠款（元）",
      "新增利息（元）",
      "应还（元）",
      "剩余（元）",
    ],
    en: [
      "Agreement",
      "Contracts",
      "No.",
      "Due",
      "Off the debt (yuan)",
      "New interest (yuan)",
      "To pay (yuan)",
    ].concat("Left (yuan)"),
  },
} as const satisfies Record<string, Record<ArchiveLocale, readonly string[]>>;

/** One line an agreement. */
export function agreementsCsv(found: readonly ArchivedAgreement[], locale: ArchiveLocale): Buffer {
  const lines = found.map((agreement) => {
    const { statementFen, waivedFen, agreedInterestFen, totalFen } = agreement.schedule.totals;
    return [
      agreement.number,
      agreement.caseNumber,
      agreement.borrowerName,
      agreement.platformName,
      agreement.centreName,
      agreement.contractNumbers.join(" "),
      ...[statementFen, waivedFen, agreedInterestFen, totalFen].map(yuan),
      String(agreement.schedule.rows.length),
      agreement.schedule.lastDue,
      clock(agreement.sealedAt),
      agreement.contentHash,
      agreement.documentSha256,
      fileNameOf(agreement),
    ];
  });
  return csv([[...HEAD.agreements[locale]], ...lines]);
}

/** One line a payment, of all agreements. */
export function schedulesCsv(found: readonly ArchivedAgreement[], locale: ArchiveLocale): Buffer {
  const lines = found.flatMap(({ number, contractNumbers, schedule }) =>
    schedule.rows.map((row) => [
      number,
      contractNumbers.join(" "),
      String(row.no),
      row.due,
      ...[row.principalFen, row.interestFen, row.totalFen, row.balanceFen].map(yuan),
    ]),
  );
  return csv([[...HEAD.schedule[locale]], ...lines]);
}

/** The same for programs: whole numbers of fen, ISO instants, the field names of the webhook. */
export function agreementsJson(found: readonly ArchivedAgreement[]): Buffer {
  const agreements = found.map((agreement) => ({
    agreementId: agreement.id,
    agreementNumber: agreement.number,
    status: agreement.status,
    caseNumber: agreement.caseNumber,
    parties: {
      borrower: agreement.borrowerName,
      platform: agreement.platformName,
      centre: agreement.centreName,
    },
    contractNumbers: agreement.contractNumbers,
    contentHash: agreement.contentHash,
    documentSha256: agreement.documentSha256,
    file: fileNameOf(agreement),
    sealedAt: agreement.sealedAt.toISOString(),
    totals: agreement.schedule.totals,
    schedule: agreement.schedule.rows.map(scheduleRowData),
  }));
  return Buffer.from(`${JSON.stringify({ agreements }, null, 2)}\n`);
}

/** A row of the schedule as it leaves for a platform's systems; amounts in fen. */
export function scheduleRowData(row: ScheduleRow) {
  const { no, kind, due, principalFen, interestFen, totalFen, balanceFen } = row;
  return { no, kind, due, principalFen, interestFen, totalFen, balanceFen };
}

export function fileNameOf({ number }: { number: string }): string {
  return `${number.replace(/[^\p{L}\p{N}._-]+/gu, "_")}.pdf`;
}

/** Opens in a spreadsheet as it is; nothing in it is run as a formula. */
function csv(lines: readonly (readonly string[])[]): Buffer {
  return Buffer.from(
    stringify(
      lines.map((line) => [...line]),
      { bom: true, escape_formulas: true, record_delimiter: "windows" },
    ),
  );
}

/** `123456` → `1234.56`, without separators, so that programs read it as well. */
function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function clock(at: Date): string {
  const { date, hour, minute } = shanghaiClockOf(at);
  return `${date} ${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
