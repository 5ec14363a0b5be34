import { calls } from "./calls.zh.ts";
import { amendments, completion, confirmations } from "./confirmations.zh.ts";
import { reader } from "./reader.zh.ts";
import { planForm } from "./planForm.zh.ts";
import { plans } from "./plans.zh.ts";
import { verify } from "./verify.zh.ts";
import { capacity } from "./capacity.zh.ts";
import { myCapacity } from "./myCapacity.zh.ts";
import { myCase } from "./myCase.zh.ts";
import { myOffers } from "./myOffers.zh.ts";
import { facts } from "./facts.zh.ts";
import { minutes } from "./minutes.zh.ts";
import { proposals } from "./proposals.zh.ts";
import { sessions } from "./sessions.zh.ts";
import { safety } from "./safety.zh.ts";
import { myPlan } from "./myPlan.zh.ts";
import { mySigning } from "./mySigning.zh.ts";
import { talk } from "./talk.zh.ts";

/** The words of everything behind the door, fetched with the first page there. One line an area. */
export const borrowerCaseZh = {
  calls,
  amendments,
  completion,
  confirmations,
  reader,
  planForm,
  plans,
  verify,
  capacity,
  myCapacity,
  myCase,
  myOffers,
  facts,
  minutes,
  proposals,
  sessions,
  safety,
  myPlan,
  mySigning,
  talk,
};
