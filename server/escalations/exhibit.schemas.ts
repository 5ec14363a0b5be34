import Joi from "joi";
import { DISCLOSURES, PARTIES, type Disclosure, type Party } from "../../shared/journal/audience.ts";
import { unprintableIn } from "../pdf/printable.ts";
import type { EvidenceGroup } from "./packetFacts.ts";

export const caseParams = Joi.object<{ caseId: string }>({ caseId: Joi.string().uuid().required() });
export const exhibitParams = Joi.object<{ exhibitId: string }>({ exhibitId: Joi.string().uuid().required() });

/** What will stand in the evidence catalogue must be printable there. */
const text = (max: number) =>
  Joi.string()
    .trim()
    .max(max)
    .required()
    .custom((value: string, helpers) =>
      unprintableIn(value).length === 0 ? value : helpers.error("text.unprintable"),
    )
    .messages({ "text.unprintable": "{#label} has characters that cannot be printed" });

export type ExhibitFields = {
  name: string;
  groupNo: EvidenceGroup;
  source: string;
  proves: string;
  purpose: string;
  audience?: Party[];
  disclosure?: Disclosure;
};

/** The fields of a multipart form: all text, `audience` a JSON list. */
export const exhibitFields = Joi.object<ExhibitFields>({
  name: text(120),
  groupNo: Joi.number().integer().min(1).max(5).required(),
  source: text(200),
  proves: text(500),
  purpose: text(500),
  audience: Joi.array()
    .items(Joi.string().valid(...PARTIES))
    .min(1)
    .unique(),
  disclosure: Joi.string().valid(...DISCLOSURES),
});
