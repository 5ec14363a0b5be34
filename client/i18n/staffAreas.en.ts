import { calls } from "./calls.en.ts";
import { safety } from "./safety.en.ts";
import { facts } from "./facts.en.ts";
import { minutes } from "./minutes.en.ts";
import { proposals } from "./proposals.en.ts";
import { representatives } from "./representatives.en.ts";
import { sessionDesk } from "./sessionDesk.en.ts";
import { sessions } from "./sessions.en.ts";
import { planForm } from "./planForm.en.ts";
import { plans } from "./plans.en.ts";
import { agreements, performance } from "./agreements.en.ts";
import { appointments, cases } from "./cases.en.ts";
import { debts } from "./debts.en.ts";
import { concessions } from "./concessions.en.ts";
import { escalations } from "./escalations.en.ts";
import { exhibits } from "./exhibits.en.ts";
import { imports } from "./imports.en.ts";
import { journal } from "./journal.en.ts";
import { offers } from "./offers.en.ts";
import { documentFaults } from "./documentFaults.en.ts";
import { law } from "./law.en.ts";
import { clarity, templates } from "./templates.en.ts";
import { outbox } from "./outbox.en.ts";
import { overview, queue } from "./queue.en.ts";
import { words } from "./words.en.ts";
import { amendments, caseFile, completion, confirmations } from "./confirmations.en.ts";
import { capacity } from "./capacity.en.ts";
import { signing } from "./signing.en.ts";
import { reader } from "./reader.en.ts";
import { deliveries } from "./deliveries.en.ts";
import { common } from "./common.en.ts";
import { errors } from "./errors.en.ts";
import { room } from "./room.en.ts";
import { stage } from "./stage.en.ts";
import { staffShell } from "./staffShell.en.ts";
import type { staffZh } from "./staffAreas.zh.ts";
import type { Translation } from "./translation.ts";

// One line an area; the key is what comes first in t("area.text").
export const staffEn: Translation<typeof staffZh> = {
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
