import { EVERYONE, type Labels } from "../journal/audience.ts";
import type { FactSide } from "./lifecycle.ts";

/**
 * The record of undisputed facts (无争议事实记录). `none` there is none to sign · `drafted` the text lies before both ·
 * `signed_by_borrower` and `signed_by_platform` one has signed · `signed` both have, for good · `voided` it will not be signed.
 */
export const RECORD_STATUSES = [
  "none",
  "drafted",
  "signed_by_borrower",
  "signed_by_platform",
  "signed",
  "voided",
] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

export const RECORD_COMMANDS = ["draft", "sign_borrower", "sign_platform", "void"] as const;
export type RecordCommand = (typeof RECORD_COMMANDS)[number];

type Row = Record<RecordCommand, RecordStatus | null>;

/**
 * The next status, or null where the command is refused. Drafting while another text lies before the parties voids that
 * one; nobody's signature is carried over to other words.
 */
export const RECORD_TRANSITIONS: Record<RecordStatus, Row> = {
  none: { draft: "drafted", sign_borrower: null, sign_platform: null, void: null },
  drafted: {
    draft: "drafted",
    sign_borrower: "signed_by_borrower",
    sign_platform: "signed_by_platform",
    void: "voided",
  },
  signed_by_borrower: { draft: "drafted", sign_borrower: null, sign_platform: "signed", void: "voided" },
  signed_by_platform: { draft: "drafted", sign_borrower: "signed", sign_platform: null, void: "voided" },
  signed: { draft: null, sign_borrower: null, sign_platform: null, void: null },
  voided: { draft: null, sign_borrower: null, sign_platform: null, void: null },
};

/** Statuses in which a record is still being signed; a case has at most one of these. */
export const RUNNING_RECORDS: readonly RecordStatus[] = [
  "drafted",
  "signed_by_borrower",
  "signed_by_platform",
];

const SIGNED: readonly RecordStatus[] = ["signed_by_borrower", "signed_by_platform", "signed"];

export type RecordDecision =
  { ok: true; to: RecordStatus } | { ok: false; code: "already_done" | "stage_forbids" };

export function decideRecord(status: RecordStatus, command: RecordCommand): RecordDecision {
  const to = RECORD_TRANSITIONS[status][command];
  if (to !== null) return { ok: true, to };
  const done =
    (command.startsWith("sign_") && SIGNED.includes(status)) || (command === "void" && status === "voided");
  return { ok: false, code: done ? "already_done" : "stage_forbids" };
}

export function signCommand(side: FactSide): "sign_borrower" | "sign_platform" {
  return side === "borrower" ? "sign_borrower" : "sign_platform";
}

/**
 * Who may read a record and whether it may go to court (在线调解规则 18, 22): before both have signed it is an offer to
 * agree on facts and stays in the mediation.
 */
export function recordLabels(status: RecordStatus): Labels {
  return { audience: EVERYONE, disclosure: status === "signed" ? "shareable" : "without_prejudice" };
}

/** `2026-0001234` and 1 → `调事2026-0001234-1`: the first record of that case. */
export function recordNumber(caseNumber: string, serial: number): string {
  return `调事${caseNumber}-${serial}`;
}

/** The sentence a party agrees to when signing the record; shown and kept word for word. */
export const RECORD_CONSENT_WORDING =
  "我已阅读本无争议事实记录全文，确认所列事实属实、双方无争议，知悉本记录经双方签署后可以作为证据提交人民法院，此电子签名由本人作出。";
