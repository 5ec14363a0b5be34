import { calls } from "./calls.zh.ts";
import { safety } from "./safety.zh.ts";
import { facts } from "./facts.zh.ts";
import { minutes } from "./minutes.zh.ts";
import { proposals } from "./proposals.zh.ts";
import { representatives } from "./representatives.zh.ts";
import { sessionDesk } from "./sessionDesk.zh.ts";
import { sessions } from "./sessions.zh.ts";
import { planForm } from "./planForm.zh.ts";
import { plans } from "./plans.zh.ts";
import { agreements, performance } from "./agreements.zh.ts";
import { appointments, cases } from "./cases.zh.ts";
import { debts } from "./debts.zh.ts";
import { concessions } from "./concessions.zh.ts";
import { escalations } from "./escalations.zh.ts";
import { exhibits } from "./exhibits.zh.ts";
import { imports } from "./imports.zh.ts";
import { journal } from "./journal.zh.ts";
import { offers } from "./offers.zh.ts";
import { documentFaults } from "./documentFaults.zh.ts";
import { law } from "./law.zh.ts";
import { clarity, templates } from "./templates.zh.ts";
import { outbox } from "./outbox.zh.ts";
import { overview, queue } from "./queue.zh.ts";
import { words } from "./words.zh.ts";
import { amendments, caseFile, completion, confirmations } from "./confirmations.zh.ts";
import { capacity } from "./capacity.zh.ts";
import { signing } from "./signing.zh.ts";
import { reader } from "./reader.zh.ts";
import { deliveries } from "./deliveries.zh.ts";
import { common } from "./common.zh.ts";
import { errors } from "./errors.zh.ts";
import { room } from "./room.zh.ts";
import { stage } from "./stage.zh.ts";
import { staffShell } from "./staffShell.zh.ts";

// One line an area; the key is what comes first in t("area.text").
export const staffZh = {
  calls,
  amendments,
  caseFile,
  completion,
  confirmations,
  common,
  reader,
  signing,
  planForm,
  plans,
  errors,
  stage,
  staffShell,
  room,
  offers,
  facts,
  minutes,
  proposals,
  representatives,
  sessionDesk,
  sessions,
  safety,
  words,
  overview,
  queue,
  appointments,
  cases,
  capacity,
  debts,
  journal,
  imports,
  outbox,
  concessions,
  law,
  documentFaults,
  templates,
  clarity,
  agreements,
  deliveries,
  performance,
  exhibits,
  escalations,
};
