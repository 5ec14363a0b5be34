import { Platform20261121090000 } from "./20261121090000-platform.ts";
import { Organisations20261121091000 } from "./20261121091000-organisations.ts";
import { Cases20261121092000 } from "./20261121092000-cases.ts";
import { Mediation20261121093000 } from "./20261121093000-mediation.ts";
import { Capacity20261121100000 } from "./20261121100000-capacity.ts";
import { Law20261121101000 } from "./20261121101000-law.ts";
import { StatementLines20261122020000 } from "./20261122020000-statementLines.ts";
import { ClauseTemplates20261122040000 } from "./20261122040000-clauseTemplates.ts";
import { Seal20261122050000 } from "./20261122050000-seal.ts";
import { Signing20261122060000 } from "./20261122060000-signing.ts";
import { Deliveries20261122070000 } from "./20261122070000-deliveries.ts";
import { Afterwards20261122080000 } from "./20261122080000-afterwards.ts";
import { Proposals20261122090000 } from "./20261122090000-proposals.ts";
import { Sessions20261123020000 } from "./20261123020000-sessions.ts";
import { Caucus20261123040000 } from "./20261123040000-caucus.ts";
import { Facts20261123030000 } from "./20261123030000-facts.ts";
import { Minutes20261123031000 } from "./20261123031000-minutes.ts";
import { Drafts20261123050000 } from "./20261123050000-drafts.ts";
import { OfferThread20261123090000 } from "./20261123090000-offerThread.ts";
import { Representatives20261123010000 } from "./20261123010000-representatives.ts";
import { ConfirmationNotices20261123080000 } from "./20261123080000-confirmationNotices.ts";

/** In the order they run. Never edit one that has shipped; add another. */
export const migrations = [
  Platform20261121090000,
  Organisations20261121091000,
  Cases20261121092000,
  Mediation20261121093000,
  Capacity20261121100000,
  Law20261121101000,
  StatementLines20261122020000,
  ClauseTemplates20261122040000,
  Seal20261122050000,
  Signing20261122060000,
  Deliveries20261122070000,
  Afterwards20261122080000,
  Proposals20261122090000,
  Sessions20261123020000,
  Representatives20261123010000,
  Caucus20261123040000,
  Facts20261123030000,
  Minutes20261123031000,
  Drafts20261123050000,
  OfferThread20261123090000,
  ConfirmationNotices20261123080000,
];
