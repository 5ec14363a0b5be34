import { InputNumber } from "antd";

interface YuanInputProps {
  readonly id: string;
  readonly fen: number;
  readonly label?: string;
  readonly maxFen?: number;
  readonly onChange: (fen: number) => void;
}

/** An amount typed in yuan with two decimals, held in fen. */
export function YuanInput({ id, fen, label, maxFen, onChange }: YuanInputProps) {
  return (
    <InputNumber
      id={id}
      className="offer-amount"
      {...(label === undefined ? {} : { "aria-label": label })}
      value={fen / 100}
      min={0}
      {...(maxFen === undefined ? {} : { max: maxFen / 100 })}
      precision={2}
      controls={false}
      onChange={(yuan) => onChange(Math.round((yuan ?? 0) * 100))}
    />
  );
}
