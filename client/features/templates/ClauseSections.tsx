import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ClauseKey } from "../../../shared/agreements/clauses.ts";
import { useLanguage } from "../../i18n/index.ts";
import { lookUp } from "../../i18n/text.ts";
import { ToneTag } from "../../ui/ToneTag.tsx";
import type { Clause, ClauseEdits } from "./api.ts";
import { CLAUSE_NAMES } from "./clauseNames.ts";
import { ClauseWords } from "./ClauseWords.tsx";

interface ClauseSectionsProps {
  readonly clauses: readonly Clause[];
  readonly edits: ClauseEdits;
  readonly onEdit?: (key: ClauseKey) => void;
}

/** All clauses in the order of the document, as they stand with what has been edited. */
export function ClauseSections({ clauses, edits, onEdit }: ClauseSectionsProps) {
  const { t } = useTranslation();
  const sections = [...new Set(clauses.map((clause) => clause.section))];
  return sections.map((section) => {
    const own = clauses.filter((clause) => clause.section === section);
    return (
      <details key={section} className="panel clause-section">
        <summary>
          <h2 className="section-title">{lookUp(`templates.section.${section}`) ?? section}</h2>
          <span className="faint">{t("templates.clauses", { count: own.length })}</span>
          {own.some((clause) => edits[clause.key]) && (
            <ToneTag tone="working">{t("templates.changedMark")}</ToneTag>
          )}
        </summary>
        <ul className="clauses">
          {own.map((clause) => (
            <Row key={clause.key} clause={clause} edits={edits} {...(onEdit ? { onEdit } : {})} />
          ))}
        </ul>
      </details>
    );
  });
}

interface RowProps {
  readonly clause: Clause;
  readonly edits: ClauseEdits;
  readonly onEdit?: (key: ClauseKey) => void;
}

function Row({ clause, edits, onEdit }: RowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { key, shipped } = clause;
  const edited = edits[key];
  const text = edited ?? clause;
  const name = CLAUSE_NAMES[language][key];
  const differs = text.zh !== shipped.zh || text.en !== shipped.en;
  return (
    <li>
      <div className="clause-head">
        <h3>{name}</h3>
        {edited && <ToneTag tone="working">{t("templates.changedMark")}</ToneTag>}
        {!edited && differs && <ToneTag tone="waiting">{t("templates.differsMark")}</ToneTag>}
        {onEdit && (
          <Button size="small" aria-label={`${t("templates.edit")}: ${name}`} onClick={() => onEdit(key)}>
            {t("templates.edit")}
          </Button>
        )}
      </div>
      <ClauseWords text={language === "en" ? text.en : text.zh} />
    </li>
  );
}
