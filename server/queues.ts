import { INTAKE_QUEUES } from "./intake/index.ts";
import { OFFER_QUEUES } from "./offers/index.ts";

/** Every background queue there is. A job for another name is refused, so a typo cannot wait for ever. */
export const QUEUES = [...INTAKE_QUEUES, ...OFFER_QUEUES] as const satisfies readonly string[];
