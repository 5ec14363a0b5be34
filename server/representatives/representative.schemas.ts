import Joi from "joi";
import { REPRESENTATION_SCOPES, type RepresentationScope } from "../../shared/api/roles.ts";
import { isLocalDate, type LocalDate } from "../../shared/calendar/localDate.ts";
import type { ReadValue } from "../../shared/intake/readValue.ts";
import { readName } from "../../shared/intake/texts.ts";
import { readIdNumber, readPhone } from "../../shared/intake/values.ts";
import {
  REPRESENTATIVE_KINDS,
  type RepresentativeKind,
} from "../../shared/representatives/representativeView.ts";
import { unprintableIn } from "../pdf/printable.ts";

export const caseParams = Joi.object<{ caseId: string }>({ caseId: Joi.string().uuid().required() });
export const representativeParams = Joi.object<{ representativeId: string }>({
  representativeId: Joi.string().uuid().required(),
});

/** A field read by the same rule as the platform's export; the error's code is the rule's. */
const read = (rule: (text: string) => ReadValue<string>, max: number) =>
  Joi.string()
    .trim()
    .max(max)
    .required()
    .custom((text: string, helpers) => {
      const found = rule(text);
      if (!found.ok) return helpers.error("text.refused");
      // It stands in the agreement: what cannot be printed is refused here and not when it is drawn up.
      return unprintableIn(found.value).length === 0 ? found.value : helpers.error("text.refused");
    })
    .messages({ "text.refused": "{#label} is not one that can be used" });

const date = Joi.string()
  .required()
  .custom((text: string, helpers) => (isLocalDate(text) ? text : helpers.error("date.format")))
  .messages({ "date.format": "{#label} is a date written YYYY-MM-DD" });

export type NewRepresentative = {
  name: string;
  kind: RepresentativeKind;
  standing: string;
  idNumber: string;
  phone: string;
  scope: RepresentationScope;
  grantedOn: LocalDate;
  endsOn: LocalDate;
  exhibitId: string;
};

export const newRepresentativeBody = Joi.object<NewRepresentative>({
  name: read(readName, 50),
  kind: Joi.valid(...REPRESENTATIVE_KINDS).required(),
  standing: read(readName, 50),
  idNumber: read(readIdNumber, 30),
  phone: read(readPhone, 20),
  scope: Joi.valid(...REPRESENTATION_SCOPES).required(),
  grantedOn: date,
  endsOn: date,
  exhibitId: Joi.string().uuid().required(),
});

export type Decision = { accept: boolean; reason?: string };

/** A refusal is told to the borrower, so it says why. */
export const decisionBody = Joi.object<Decision>({
  accept: Joi.boolean().required(),
  reason: Joi.string().trim().min(1).max(300).when("accept", {
    is: false,
    then: Joi.required(),
    otherwise: Joi.forbidden(),
  }),
});
