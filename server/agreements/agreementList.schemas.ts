import Joi from "joi";
import { AGREEMENT_STATUSES, type AgreementStatus } from "../../shared/agreements/lifecycle.ts";
import { isLocalDate, type LocalDate } from "../../shared/calendar/localDate.ts";
import { ARCHIVE_LOCALES, type ArchiveLocale } from "./agreementTables.ts";

/** So many ids still fit into an address. */
const MAX_IDS = 100;

export type ListFilter = {
  status?: AgreementStatus;
  from?: LocalDate;
  to?: LocalDate;
  borrower?: string;
  contract?: string;
  product?: string;
  minFen?: number;
  maxFen?: number;
};

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const IDS = new RegExp(`^${UUID}(,${UUID})*$`);

const part = Joi.string().trim().min(1).max(80);
const day = Joi.string().custom((value: string, helpers) =>
  isLocalDate(value) ? value : helpers.error("date.unknown"),
);
const fen = Joi.number().integer().min(0).max(Number.MAX_SAFE_INTEGER);

const FILTER = {
  status: Joi.string().valid(...AGREEMENT_STATUSES),
  from: day,
  to: day,
  borrower: part,
  contract: part,
  product: part,
  minFen: fen,
  maxFen: fen,
};

export const listQuery = Joi.object<ListFilter & { cursor?: string; limit: number }>({
  ...FILTER,
  cursor: Joi.string().max(200),
  limit: Joi.number().integer().min(1).max(200).default(50),
});

export const archiveQuery = Joi.object<ListFilter & { ids?: string; locale: ArchiveLocale }>({
  ...FILTER,
  /** Separated by commas. */
  ids: Joi.string()
    .max(MAX_IDS * 37)
    .pattern(IDS),
  locale: Joi.string()
    .valid(...ARCHIVE_LOCALES)
    .default("zh"),
});
