import { AGREEMENT_QUEUES } from "./agreements/index.ts";
import { CASE_FILE_QUEUES } from "./caseFile/index.ts";
import { CASE_QUEUES } from "./cases/index.ts";
import { PERFORMANCE_QUEUES } from "./performance/index.ts";
import { CONFIRMATION_QUEUES } from "./confirmations/index.ts";
import { DELIVERY_QUEUES } from "./deliveries/index.ts";
import { ESCALATION_QUEUES } from "./escalations/index.ts";
import { FACT_QUEUES } from "./facts/index.ts";
import { INTAKE_QUEUES } from "./intake/index.ts";
import { MINUTES_QUEUES } from "./minutes/index.ts";
import { OFFER_QUEUES } from "./offers/index.ts";
import { PROPOSAL_QUEUES } from "./proposals/index.ts";
import { REPRESENTATIVE_QUEUES } from "./representatives/index.ts";
import { SEAL_QUEUES } from "./seal/index.ts";
import { SESSION_QUEUES } from "./sessions/index.ts";
import { OUTREACH_QUEUES } from "./outreach/index.ts";

/** Every background queue there is. A job for another name is refused, so a typo cannot wait for ever. */
export const QUEUES = [
  ...CASE_QUEUES,
  ...REPRESENTATIVE_QUEUES,
  ...OUTREACH_QUEUES,
  ...INTAKE_QUEUES,
  ...FACT_QUEUES,
  ...SESSION_QUEUES,
  ...OFFER_QUEUES,
  ...PROPOSAL_QUEUES,
  ...AGREEMENT_QUEUES,
  ...MINUTES_QUEUES,
  ...PERFORMANCE_QUEUES,
  ...CONFIRMATION_QUEUES,
  ...DELIVERY_QUEUES,
  ...ESCALATION_QUEUES,
  ...CASE_FILE_QUEUES,
  ...SEAL_QUEUES,
] as const satisfies readonly string[];
