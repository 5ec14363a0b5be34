import Joi from "joi";
import { isLocalDate, type LocalDate } from "../../shared/calendar/localDate.ts";
import { LINE_KEYS, SECTIONS, type LineKey } from "../../shared/capacity/lines.ts";
import type { LivingFloor } from "../../shared/capacity/livingFloor.ts";
import {
  EVIDENCE_STATES,
  MAX_HOUSEHOLD,
  MAX_LINE_FEN,
  MAX_NOTE_LENGTH,
  PERIODS,
  SECTION_STATES,
  type CapacityDraft,
  type Evidence,
} from "../../shared/capacity/statement.ts";

const uuid = Joi.string().guid();
const version = Joi.number().integer().min(0).required();
/** Free text of a person; nothing but white space counts as nothing said. */
const note = Joi.string().trim().empty("").max(MAX_NOTE_LENGTH).allow(null).default(null);
const region = Joi.string().trim().min(1).max(60);

export const caseParams = Joi.object<{ caseId: string }>({ caseId: uuid.required() });
export const lineParams = Joi.object<{ caseId: string; key: LineKey }>({
  caseId: uuid.required(),
  key: Joi.valid(...LINE_KEYS).required(),
});

const amount = Joi.number().integer().min(0).max(MAX_LINE_FEN);
const line = Joi.object({
  key: Joi.valid(...LINE_KEYS).required(),
  unsure: Joi.boolean().default(false),
  // Who does not know the amount says so.
  amountFen: Joi.when("unsure", {
    is: true,
    then: amount.allow(null).default(null),
    otherwise: amount.required(),
  }),
  period: Joi.valid(...PERIODS).default("monthly"),
  note,
  exhibitId: uuid.allow(null).default(null),
  months: Joi.array()
    .items(Joi.number().integer().min(1).max(12))
    .min(1)
    .max(12)
    .unique()
    .sort({ order: "ascending" })
    .allow(null)
    .default(null),
});

export const draftBody = Joi.object<CapacityDraft & { version: number }>({
  version,
  householdSize: Joi.number().integer().min(1).max(MAX_HOUSEHOLD).allow(null).required(),
  region: region.allow(null).required(),
  sections: Joi.object(
    Object.fromEntries(SECTIONS.map((section) => [section, Joi.valid(...SECTION_STATES).required()])),
  ).required(),
  lines: Joi.array().items(line).max(LINE_KEYS.length).unique("key").required(),
});

export const submissionBody = Joi.object<{ version: number }>({ version });

export type Verdict = {
  version: number;
  evidence: Evidence;
  remark: string | null;
  exhibitId: string | null;
};
export const verificationBody = Joi.object<Verdict>({
  version,
  evidence: Joi.valid(...EVIDENCE_STATES).required(),
  remark: note,
  exhibitId: uuid.allow(null).default(null),
});

export const sharingBody = Joi.object<{ perMonthFen: number }>({
  perMonthFen: Joi.number().integer().min(0).required(),
});

export const floorBody = Joi.object<LivingFloor>({
  region: region.required(),
  from: Joi.string()
    .custom((value: LocalDate, helpers) => (isLocalDate(value) ? value : helpers.error("date.format")))
    .messages({ "date.format": "{{#label}} must be a date that exists, YYYY-MM-DD" })
    .required(),
  perPersonFen: Joi.number().integer().min(1).max(MAX_LINE_FEN).required(),
  source: Joi.string().trim().min(1).max(300).required(),
});
