import { useId } from "react";
import { useTranslation } from "react-i18next";
import { MAX_NOTE_LENGTH } from "../../../shared/capacity/statement.ts";
import { mayRead } from "../../../shared/journal/audience.ts";
import { calendarMonth } from "../../features/capacity/monthText.ts";
import { useExhibits } from "../../features/exhibits/api.ts";
import { useLanguage } from "../../i18n/index.ts";
import { Field } from "../ui/Field.tsx";
import type { Entry } from "./entry.ts";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

interface LineMoreProps {
  readonly caseId: string;
  readonly line: string;
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
}

/** What few lines need: certain months only, a note, a paper that shows it. */
export function LineMore({ caseId, line, entry, onChange }: LineMoreProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const toggle = (month: number) => {
    const without = entry.months.filter((one) => one !== month);
    onChange({ ...entry, months: without.length < entry.months.length ? without : [...without, month] });
  };
  return (
    <div className="capacity-more">
      <fieldset className="capacity-months">
        <legend>
          <span className="visually-hidden">{line} </span>
          {t("myCapacity.months")}
        </legend>
        {MONTHS.map((month) => (
          <label key={month}>
            <input type="checkbox" checked={entry.months.includes(month)} onChange={() => toggle(month)} />
            <span>{calendarMonth(month, language)}</span>
          </label>
        ))}
      </fieldset>
      <Field
        label={t("myCapacity.note")}
        value={entry.note}
        maxLength={MAX_NOTE_LENGTH}
        onChange={(event) => onChange({ ...entry, note: event.target.value })}
      />
      <Proof caseId={caseId} entry={entry} onChange={onChange} />
    </div>
  );
}

/** Only papers the mediator can read too: another would prove nothing to them. */
function Proof({ caseId, entry, onChange }: Omit<LineMoreProps, "line">) {
  const { t } = useTranslation();
  const id = useId();
  const exhibits = useExhibits(caseId);
  const usable = (exhibits.data ?? []).filter(
    (exhibit) => exhibit.withdrawnAt === null && mayRead("mediator", exhibit),
  );
  if (usable.length === 0) return null;
  return (
    <div className="b-field">
      <label htmlFor={id}>{t("myCapacity.proof")}</label>
      <select
        id={id}
        className="b-input"
        value={entry.exhibitId ?? ""}
        onChange={(event) => onChange({ ...entry, exhibitId: event.target.value || null })}
      >
        <option value="">{t("myCapacity.noProof")}</option>
        {usable.map((exhibit) => (
          <option key={exhibit.id} value={exhibit.id}>
            {exhibit.name}
          </option>
        ))}
      </select>
    </div>
  );
}
