import type { ValueTransformer } from "typeorm";
import { fen, type Fen } from "../../shared/money/fen.ts";

/** A `bigint` column of fen: the driver hands it over as text, we want the checked number. */
export const fenTransformer: ValueTransformer = {
  to: (value: Fen | null | undefined) => value,
  from: (value: string | null): Fen | null => (value === null ? null : fen(Number(value))),
};
