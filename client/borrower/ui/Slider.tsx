import { useId } from "react";

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** The value in words, shown beside the label and read out. */
  readonly shown: string;
  readonly onChange: (value: number) => void;
}

/** The browser's own range input: arrows, page keys and screen readers work by themselves. */
export function Slider({ label, value, min, max, step = 1, shown, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="b-slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className="tabular">
        {shown}
      </output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
