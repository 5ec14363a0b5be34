import { calls } from "./calls.en.ts";
import { safety } from "./safety.en.ts";
import { facts } from "./facts.en.ts";
import { minutes } from "./minutes.en.ts";
import { proposals } from "./proposals.en.ts";
import { representatives } from "./representatives.en.ts";
import { sessions } from "./sessions.en.ts";
import { planForm } from "./planForm.en.ts";
import { plans } from "./plans.en.ts";
import { arrive } from "./arrive.en.ts";
import { myCapacity } from "./myCapacity.en.ts";
import { lawNotice } from "./law.en.ts";
import { myCase } from "./myCase.en.ts";
import { myOffers } from "./myOffers.en.ts";
import { myPlan } from "./myPlan.en.ts";
import { mySigning } from "./mySigning.en.ts";
import { talk } from "./talk.en.ts";
import { borrowerShell } from "./borrowerShell.en.ts";
import { amendments, completion, confirmations } from "./confirmations.en.ts";
import { capacity } from "./capacity.en.ts";
import { reader } from "./reader.en.ts";
import { common } from "./common.en.ts";
import { errors } from "./errors.en.ts";
import { stage } from "./stage.en.ts";
import { verify } from "./verify.en.ts";
import type { borrowerZh } from "./borrowerAreas.zh.ts";
import type { Translation } from "./translation.ts";

// One line an area; the key is what comes first in t("area.text").
export const borrowerEn: Translation<typeof borrowerZh> = {
  calls,
  amendments,
  completion,
  confirmations,
  common,
  reader,
  planForm,
  plans,
  errors,
  stage,
  borrowerShell,
  verify,
  lawNotice,
  arrive,
  capacity,
  myCapacity,
  myCase,
  myOffers,
  facts,
  minutes,
  proposals,
  representatives,
  sessions,
  safety,
  myPlan,
  mySigning,
  talk,
};
