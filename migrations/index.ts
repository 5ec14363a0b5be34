import { Platform20261121090000 } from "./20261121090000-platform.ts";
import { Organisations20261121091000 } from "./20261121091000-organisations.ts";
import { Cases20261121092000 } from "./20261121092000-cases.ts";
import { Mediation20261121093000 } from "./20261121093000-mediation.ts";
import { Capacity20261121100000 } from "./20261121100000-capacity.ts";
import { Law20261121101000 } from "./20261121101000-law.ts";

/** In the order they run. Never edit one that has shipped; add another. */
export const migrations = [
  Platform20261121090000,
  Organisations20261121091000,
  Cases20261121092000,
  Mediation20261121093000,
  Capacity20261121100000,
  Law20261121101000,
];
