import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LineKey } from "../../../shared/capacity/lines.ts";
import { type Period, PERIODS } from "../../../shared/capacity/statement.ts";
import { lookUp } from "../../i18n/text.ts";
import type { Entry } from "./entry.ts";
import { LineMore } from "./LineMore.tsx";

interface LineFieldProps {
  readonly name: LineKey;
  readonly caseId: string;
  readonly entry: Entry;
  readonly fault: boolean;
  readonly onChange: (entry: Entry) => void;
}

/** One line of the statement: how much, how often, or that it is not certain. */
export function LineField({ name, caseId, entry, fault, onChange }: LineFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const line = t(`capacity.line.${name}`);
  const hint = lookUp(`myCapacity.hint.${name}`);
  const [open, setOpen] = useState(entry.months.length > 0 || entry.note !== "" || entry.exhibitId !== null);
  const described = [hint === undefined ? "" : `${id}-hint`, fault ? `${id}-fault` : ""].join(" ").trim();
  return (
    <div className="capacity-line">
      <label htmlFor={id}>{line}</label>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="b-hint">
          {hint}
        </div>
      )}
      <div className="capacity-amount">
        <span aria-hidden="true">¥</span>
        <input
          id={id}
          className="b-input"
          inputMode="decimal"
          autoComplete="off"
          enterKeyHint="next"
          value={entry.text}
          aria-invalid={fault}
          {...(described === "" ? {} : { "aria-describedby": described })}
          onChange={(event) => onChange({ ...entry, text: event.target.value })}
        />
        <PeriodSelect
          line={line}
          value={entry.period}
          onChange={(period) => onChange({ ...entry, period })}
        />
      </div>
      {fault && (
        <div id={`${id}-fault`} className="b-error" role="alert">
          {t("myCapacity.amountFault")}
        </div>
      )}
      <div className="capacity-aside">
        <Unsure line={line} checked={entry.unsure} onChange={(unsure) => onChange({ ...entry, unsure })}>
          {t("myCapacity.unsure")}
        </Unsure>
        <button
          type="button"
          className="capacity-inline"
          aria-expanded={open}
          aria-label={t("myCapacity.moreOf", { line })}
          onClick={() => setOpen(!open)}
        >
          {t("myCapacity.more")}
        </button>
      </div>
      {entry.unsure && <div className="b-hint">{t("myCapacity.unsureNote")}</div>}
      {open && <LineMore caseId={caseId} entry={entry} line={line} onChange={onChange} />}
    </div>
  );
}

function PeriodSelect(props: {
  readonly line: string;
  readonly value: Period;
  readonly onChange: (period: Period) => void;
}) {
  const { t } = useTranslation();
  return (
    <select
      className="b-input"
      aria-label={t("myCapacity.period", { line: props.line })}
      value={props.value}
      onChange={(event) => {
        const period = PERIODS.find((one) => one === event.target.value);
        if (period !== undefined) props.onChange(period);
      }}
    >
      {PERIODS.map((period) => (
        <option key={period} value={period}>
          {t(`capacity.period.${period}`)}
        </option>
      ))}
    </select>
  );
}

function Unsure(props: {
  readonly line: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <span className="capacity-unsure">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <label htmlFor={id}>
        {props.children}
        <span className="visually-hidden"> {props.line}</span>
      </label>
    </span>
  );
}
