import Joi from "joi";
import { FIELD_NAMES, type IntakeLocale } from "../../shared/intake/fields.ts";
import type { ColumnMapping } from "../../shared/intake/mapping.ts";

const limit = Joi.number().integer().min(1).max(200).default(50);
const locale = Joi.string().valid("zh", "en").default("zh");

export const importParams = Joi.object<{ importId: string }>({
  importId: Joi.string().guid().required(),
});

export const listQuery = Joi.object<{ cursor?: string; limit: number; locale: IntakeLocale }>({
  cursor: Joi.string().guid(),
  limit,
  locale,
});

export const localeQuery = Joi.object<{ locale: IntakeLocale }>({ locale });

export const rowsQuery = Joi.object<{
  status?: "good" | "known" | "faulty";
  cursor: number;
  limit: number;
  locale: IntakeLocale;
}>({
  status: Joi.string().valid("good", "known", "faulty"),
  cursor: Joi.number().integer().min(0).default(0),
  limit,
  locale,
});

export const mappingBody = Joi.object<{ columns: ColumnMapping; remember: boolean }>({
  columns: Joi.object()
    .pattern(Joi.string().max(500), Joi.string().valid(...FIELD_NAMES, "ignore"))
    .max(200)
    .required(),
  remember: Joi.boolean().default(false),
});

export const emptyBody = Joi.object({});
