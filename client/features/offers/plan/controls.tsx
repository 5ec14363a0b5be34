import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TermsProblem } from "../../../../shared/plans/termsProblem.ts";
import { fenOf, yuanText } from "../../../ui/yuan.ts";

interface Labelled {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with this very field. */
  readonly problem?: TermsProblem | undefined;
}

interface FrameProps extends Labelled {
  readonly children: (input: {
    id: string;
    "aria-invalid": boolean;
    "aria-describedby"?: string;
  }) => ReactNode;
}

/** A label, a control, and under it what is wrong. Plain HTML: the phone and the desk use the same. */
function Frame({ label, hint, problem, children }: FrameProps) {
  const { t } = useTranslation();
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="plan-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": problem !== undefined,
        ...(described === "" ? {} : { "aria-describedby": described }),
      })}
      {hint && (
        <small id={`${id}-hint`} className="plan-hint">
          {hint}
        </small>
      )}
      {problem && (
        <small id={`${id}-problem`} className="plan-problem" role="alert">
          {t(`planForm.problem.${problem.code}`, problem.params)}
        </small>
      )}
    </div>
  );
}

interface WholeProps extends Labelled {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A whole number as it is typed; what is none becomes 0, which the rules then name. */
export function WholeField({ value, onChange, ...around }: WholeProps) {
  return (
    <Frame {...around}>
      {(input) => (
        <input
          {...input}
          className="plan-input plan-number"
          inputMode="numeric"
          autoComplete="off"
          value={value === 0 && around.problem ? "" : String(value)}
          onChange={(event) => onChange(wholeOf(event.target.value))}
        />
      )}
    </Frame>
  );
}

function wholeOf(text: string): number {
  const plain = text.normalize("NFKC").trim();
  return /^\d{1,6}$/.test(plain) ? Number(plain) : 0;
}

interface AmountProps extends Labelled {
  readonly fen: number;
  readonly onChange: (fen: number) => void;
}

/** Yuan typed, fen held. The text stays as typed until the amount changes from elsewhere. */
export function AmountField({ fen, onChange, ...around }: AmountProps) {
  const [typed, setTyped] = useState<{ text: string; fen: number }>();
  const shown =
    typed && Object.is(typed.fen, fen) ? typed.text : Number.isSafeInteger(fen) ? yuanText(fen) : "";
  return (
    <Frame {...around}>
      {(input) => (
        <input
          {...input}
          className="plan-input plan-number"
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          onChange={(event) => {
            const text = event.target.value;
            const next = text.trim() === "" ? 0 : (fenOf(text) ?? Number.NaN);
            setTyped({ text, fen: next });
            onChange(next);
          }}
        />
      )}
    </Frame>
  );
}

interface PercentProps extends Labelled {
  /** A yearly rate as a decimal string. */
  readonly rate: string;
  readonly onChange: (rate: string) => void;
}

/** A yearly rate typed in per cent, held as terms write it. */
export function PercentField({ rate, onChange, ...around }: PercentProps) {
  const [typed, setTyped] = useState<{ text: string; rate: string }>();
  const shown = typed?.rate === rate ? typed.text : String(Number((Number(rate) * 100).toFixed(4)));
  return (
    <Frame {...around}>
      {(input) => (
        <input
          {...input}
          className="plan-input plan-number"
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          onChange={(event) => {
            const text = event.target.value;
            const next = rateOf(text);
            setTyped({ text, rate: next });
            onChange(next);
          }}
        />
      )}
    </Frame>
  );
}

function rateOf(text: string): string {
  const plain = text.normalize("NFKC").replace(/[\s%]/g, "");
  if (!/^\d{1,3}(\.\d{0,4})?$/.test(plain)) return plain === "" ? "0" : "?";
  const decimals = (Number(plain) / 100).toFixed(6).replace(/\.?0+$/, "");
  return decimals === "" ? "0" : decimals;
}

interface DayProps extends Labelled {
  readonly value: string;
  readonly earliest: string;
  readonly onChange: (date: string) => void;
}

/** The browser's own date field. */
export function DayField({ value, earliest, onChange, ...around }: DayProps) {
  return (
    <Frame {...around}>
      {(input) => (
        <input
          {...input}
          className="plan-input"
          type="date"
          min={earliest}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Frame>
  );
}

interface ChoiceProps<T extends string> extends Labelled {
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a short list. */
export function ChoiceField<T extends string>({ value, choices, onChange, ...around }: ChoiceProps<T>) {
  return (
    <Frame {...around}>
      {(input) => (
        <select
          {...input}
          className="plan-input"
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}
