import type { IntakeLocale } from "./fields.ts";

/** Why a file as a whole cannot be read. */
export type UnreadableCode =
  | "empty"
  | "header_only"
  | "spreadsheet"
  | "pdf"
  | "archive"
  | "binary"
  | "utf16"
  | "encoding_invalid"
  | "quoting"
  | "line_too_long"
  | "too_many_columns"
  | "too_large"
  | "file_gone";

type Text = Readonly<Record<IntakeLocale, string>>;

const TEXTS: Record<UnreadableCode, Text> = {
  empty: { zh: "文件是空的。", en: "The file is empty." },
  header_only: { zh: "文件只有表头，没有数据行。", en: "The file has a header but no rows." },
  spreadsheet: {
    zh: "这是 Excel 工作簿，不是 CSV。请在 Excel 中“另存为 CSV UTF-8”后再上传。",
    en: "This is a spreadsheet, not a CSV. Save it as “CSV UTF-8” and upload that.",
  },
  pdf: { zh: "这是 PDF，不是 CSV。", en: "This is a PDF, not a CSV." },
  archive: {
    zh: "这是压缩包。请解压后上传其中的 CSV。",
    en: "This is an archive. Unpack it and upload the CSV inside.",
  },
  binary: { zh: "文件不是文本，不能作为 CSV 读取。", en: "The file is not text and cannot be read as CSV." },
  utf16: {
    zh: "文件是 UTF-16 编码。请另存为 UTF-8 或 GB18030 编码的 CSV。",
    en: "The file is UTF-16. Save it as CSV in UTF-8 or GB18030.",
  },
  encoding_invalid: {
    zh: "第 {line} 行有不符合 {encoding} 编码的字节，文件可能已损坏或混用了编码。",
    en: "Line {line} has bytes that are not valid {encoding}; the file may be damaged or mix encodings.",
  },
  quoting: {
    zh: "从第 {line} 行起引号不成对，无法判断各列的边界。",
    en: "From line {line} the quotation marks do not match, so the columns cannot be told apart.",
  },
  line_too_long: { zh: "第 {line} 行超过 {max} 字节。", en: "Line {line} is longer than {max} bytes." },
  too_many_columns: {
    zh: "表头有 {found} 列，最多 {max} 列。",
    en: "The header has {found} columns; at most {max} are allowed.",
  },
  file_gone: {
    zh: "上传的文件已不在服务器上，请重新上传。",
    en: "The uploaded file is no longer on the server; upload it again.",
  },
  too_large: { zh: "文件超过 {max} MB。", en: "The file is larger than {max} MB." },
};

/** A sentence for the person who uploaded the file. `params` are those of the refusal. */
export function describeUnreadable(
  code: UnreadableCode,
  params: Readonly<Record<string, string | number>>,
  locale: IntakeLocale,
): string {
  return TEXTS[code][locale].replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(params[name] ?? ""));
}
