import { InputNumber } from "antd";
import type { FieldControl } from "./Field.tsx";

interface YuanInputProps extends FieldControl {
  readonly id: string;
  readonly fen: number;
  readonly label?: string;
  readonly onChange: (fen: number) => void;
}

/** An amount typed in yuan with two decimals, held in fen. */
export function YuanInput({ id, fen, label, onChange, ...control }: YuanInputProps) {
  return (
    <InputNumber
      {...control}
      id={id}
      {...(label === undefined ? {} : { "aria-label": label })}
      value={fen / 100}
      min={0}
      precision={2}
      controls={false}
      onChange={(yuan) => onChange(Math.round((yuan ?? 0) * 100))}
    />
  );
}
