import { type ReactNode, useId } from "react";

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly text?: ReactNode;
}

interface RadioListProps<T extends string> {
  readonly legend: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  /** Short choices stand beside one another. */
  readonly inline?: boolean;
  readonly hideLegend?: boolean;
}

/** One of several, the whole row being the target. */
export function RadioList<T extends string>(props: RadioListProps<T>) {
  const { legend, choices, value, onChange, inline = false, hideLegend = false } = props;
  const name = useId();
  return (
    <fieldset className={inline ? "b-radios b-radios-inline" : "b-radios"}>
      <legend className={hideLegend ? "visually-hidden" : ""}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="b-radio">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.text !== undefined && <small>{choice.text}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
