import type { SealedKind, SealFault, SealVerdict } from "./report.ts";

export type SealLanguage = "zh" | "en";
type Words<Key extends string> = Record<SealLanguage, Record<Key, string>>;

/** What a check found, in a sentence; the same on the page and in the command. */
export const VERDICT_SENTENCES: Words<SealVerdict> = {
  zh: {
    unaltered: "文件完整，盖章后未被改动。",
    altered: "文件在盖章后被改动过。",
    not_ours: "文件中没有本机构的有效印章。",
    unreadable: "无法读取，不是可以核验的 PDF 文件。",
  },
  en: {
    unaltered: "The file is whole and has not been changed since it was sealed.",
    altered: "The file was changed after it was sealed.",
    not_ours: "The file carries no valid seal of ours.",
    unreadable: "The file cannot be read; it is not a PDF that can be checked.",
  },
};

export const FAULT_SENTENCES: Words<SealFault> = {
  zh: {
    not_pdf: "不是 PDF 文件",
    too_large: "文件太大",
    cannot_be_read: "文件结构无法解析",
    no_seal: "文件中没有数字签名",
    no_record: "印章有效，但没有签发这份文件的记录",
    other_root: "数字签名由他人作出，不是本机构的印章",
    seal_damaged: "印章的数据已损坏",
    range_wrong: "印章覆盖的范围与文件不符",
    digest_differs: "印章覆盖的内容已被改动",
    signature_wrong: "数字签名与内容不符",
    certificate_expired: "盖章时证书不在有效期内",
    content_after_seal: "盖章后内容被增改",
    bytes_after_seal: "印章之后附加了数据",
    timestamp_wrong: "时间戳无效",
    bytes_differ: "与签发的文件不一致",
  },
  en: {
    not_pdf: "it is not a PDF file",
    too_large: "the file is too large",
    cannot_be_read: "its structure cannot be read",
    no_seal: "there is no digital signature in it",
    no_record: "the seal is valid, but there is no record of issuing this file",
    other_root: "it is signed by somebody else, not with our seal",
    seal_damaged: "the data of the seal is damaged",
    range_wrong: "the seal does not cover what it should",
    digest_differs: "what the seal covers was changed",
    signature_wrong: "the signature does not belong to the content",
    certificate_expired: "the certificate was not valid when the seal was set",
    content_after_seal: "content was added or changed after the seal",
    bytes_after_seal: "data was appended behind the seal",
    timestamp_wrong: "a timestamp does not hold",
    bytes_differ: "it differs from the file that was issued",
  },
};

export const KIND_WORDS: Words<SealedKind> = {
  zh: {
    agreement: "调解协议书",
    termination_certificate: "调解终止证明",
    completion_certificate: "结清证明",
    confirmation_application: "司法确认申请书",
    packet: "诉讼材料包",
    fact_record: "无争议事实记录",
    minutes: "调解笔录",
  },
  en: {
    agreement: "Settlement agreement",
    termination_certificate: "Certificate of termination",
    completion_certificate: "Certificate of completion",
    confirmation_application: "Application for judicial confirmation",
    packet: "Litigation packet",
    fact_record: "Record of undisputed facts",
    minutes: "Minutes of mediation",
  },
};
