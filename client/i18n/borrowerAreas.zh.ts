import { calls } from "./calls.zh.ts";
import { safety } from "./safety.zh.ts";
import { facts } from "./facts.zh.ts";
import { minutes } from "./minutes.zh.ts";
import { proposals } from "./proposals.zh.ts";
import { representatives } from "./representatives.zh.ts";
import { sessions } from "./sessions.zh.ts";
import { planForm } from "./planForm.zh.ts";
import { plans } from "./plans.zh.ts";
import { arrive } from "./arrive.zh.ts";
import { myCapacity } from "./myCapacity.zh.ts";
import { lawNotice } from "./law.zh.ts";
import { myCase } from "./myCase.zh.ts";
import { myOffers } from "./myOffers.zh.ts";
import { myPlan } from "./myPlan.zh.ts";
import { mySigning } from "./mySigning.zh.ts";
import { talk } from "./talk.zh.ts";
import { borrowerShell } from "./borrowerShell.zh.ts";
import { amendments, completion, confirmations } from "./confirmations.zh.ts";
import { capacity } from "./capacity.zh.ts";
import { reader } from "./reader.zh.ts";
import { common } from "./common.zh.ts";
import { errors } from "./errors.zh.ts";
import { stage } from "./stage.zh.ts";
import { verify } from "./verify.zh.ts";

// One line an area; the key is what comes first in t("area.text").
export const borrowerZh = {
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
