import Joi from "joi";
import type { ClauseText } from "../../shared/agreements/clauses.ts";
import type { NewTemplate } from "./template.service.ts";

// Longer than a clause may be, so that the rule that says so is the one that answers.
const text = Joi.string().allow("").max(10_000).required();

/** The shape alone; what a text must contain is for `clauseProblems` to say. */
export const clauseTexts = Joi.object<Record<string, ClauseText>>()
  .pattern(Joi.string().max(60), Joi.object({ zh: text, en: text }))
  .max(100);

export const templateBody = Joi.object<NewTemplate>({
  version: Joi.number().integer().min(0).required(),
  from: Joi.string()
    .pattern(/^\d{4}-\d{2}-\d{2}$/)
    .required(),
  note: Joi.string().trim().max(500).required(),
  texts: clauseTexts.min(1).required(),
});
