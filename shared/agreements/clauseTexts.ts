import { CLAUSES, CLAUSE_KEYS, type ClauseKey, type ClauseText, type ClauseTexts } from "./clauses.ts";
import { CLAUSES_EN } from "./clausesEn.ts";
import { CLAUSES_ZH } from "./clausesZh.ts";

/** The texts the product ships: version 0. */
export const SHIPPED_CLAUSES: ClauseTexts = textsFrom((key) => ({
  zh: CLAUSES_ZH[key],
  en: CLAUSES_EN[key],
}));

export const MAX_CLAUSE_LENGTH = 2_000;
export const CLAUSE_LANGUAGES = ["zh", "en"] as const;
export type ClauseLanguage = (typeof CLAUSE_LANGUAGES)[number];

export const CLAUSE_PROBLEM_CODES = [
  "unknown_clause",
  "empty",
  "too_long",
  "line_break",
  "stray_brace",
  "unknown_placeholder",
  "missing_placeholder",
  "promises_deletion",
] as const;
export type ClauseProblemCode = (typeof CLAUSE_PROBLEM_CODES)[number];

/** What is wrong with a clause; `name` is the placeholder that is missing or unknown. */
export interface ClauseProblem {
  key: string;
  language: ClauseLanguage;
  code: ClauseProblemCode;
  name?: string;
}

/** A complete set of texts, computed clause by clause. */
export function textsFrom(textOf: (key: ClauseKey) => ClauseText): ClauseTexts {
  const texts: Partial<ClauseTexts> = {};
  for (const key of CLAUSE_KEYS) texts[key] = textOf(key);
  // Every key was just given a text.
  return texts as ClauseTexts;
}

/** The texts of a stored version; a clause that did not exist when it was entered has the text that was shipped. */
export function completeTexts(stored: Readonly<Record<string, ClauseText | undefined>>): ClauseTexts {
  return textsFrom((key) => stored[key] ?? SHIPPED_CLAUSES[key]);
}

export function isClauseKey(key: string): key is ClauseKey {
  return Object.hasOwn(CLAUSES, key);
}

/**
 * Everything that keeps these texts from being used. A text is plain words with each of its placeholders at least once, so that
 * no sum, date or name can get lost in editing, and credit reporting must not promise what the law forbids to do
 * (征信业管理条例 16).
 */
export function clauseProblems(texts: Readonly<Record<string, ClauseText>>): ClauseProblem[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    isClauseKey(key)
      ? CLAUSE_LANGUAGES.flatMap((language) => problemsOf(key, language, text[language]))
      : [{ key, language: "zh" as const, code: "unknown_clause" as const }],
  );
}

function problemsOf(key: ClauseKey, language: ClauseLanguage, text: string): ClauseProblem[] {
  const wanted: readonly string[] = CLAUSES[key];
  const used = new Set(Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? ""));
  const problem = (code: ClauseProblemCode, name?: string): ClauseProblem => ({
    key,
    language,
    code,
    ...(name === undefined ? {} : { name }),
  });
  return [
    ...(text.trim() === "" ? [problem("empty")] : []),
    ...(text.length > MAX_CLAUSE_LENGTH ? [problem("too_long")] : []),
    ...(/[\r\n]/.test(text) ? [problem("line_break")] : []),
    ...(/[{}]/.test(text.replace(/\{\w+\}/g, "")) ? [problem("stray_brace")] : []),
    ...[...used].filter((name) => !wanted.includes(name)).map((name) => problem("unknown_placeholder", name)),
    ...wanted.filter((name) => !used.has(name)).map((name) => problem("missing_placeholder", name)),
    ...(key === "credit.reporting" && promisesDeletion(text) ? [problem("promises_deletion")] : []),
  ];
}

/** Words of removing a record that are not themselves denied. */
function promisesDeletion(text: string): boolean {
  const denied = text
    .replace(/不(得|能|会)?(承诺|保证)?(删除|消除|撤销|抹除)/g, "")
    .replace(/(does|will|shall) not (promise|guarantee)[^.]*(deletion|removal|delete|remove)/gi, "");
  return /删除|消除|抹除|洗白|修复征信|\b(delet|remov|eras)/i.test(denied);
}
