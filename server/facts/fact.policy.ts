import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { CaseStage } from "../../shared/cases/lifecycle.ts";
import type { FactAbility, FactRecordAbility } from "../../shared/facts/factView.ts";
import { decideFact, FACT_TRANSITIONS, mayEditFact, type FactSide } from "../../shared/facts/lifecycle.ts";
import { decideRecord, signCommand } from "../../shared/facts/record.ts";
import type { Party } from "../../shared/journal/audience.ts";
import { asParty, onlyPartyToCase, type Case } from "../cases/index.ts";
import type { Fact, FactRecord } from "./fact.entity.ts";

/** While parties talk, facts are put and answered. */
export const FACT_STAGES: readonly CaseStage[] = ["preparing", "negotiating", "signing", "breached"];
/** What is undisputed is also written down when the talks have failed (在线调解规则 22). */
export const RECORD_STAGES: readonly CaseStage[] = [...FACT_STAGES, "terminated"];

/** Only the two sides answer; the mediator takes no side. */
export function onlyAnsweringSide(actor: Actor, theCase: Case): FactSide {
  const party = onlyPartyToCase(actor, theCase);
  if (party === "mediator") throw new Refusal("forbidden", "the mediator takes no side on a fact");
  return party;
}

/** The side a statement comes from, and the mediator, who helps with its words. */
export function onlyEditor(party: Party, fact: Fact): void {
  if (!mayEditFact(party, fact.proposedBy)) {
    throw new Refusal("forbidden", "only who put this fact, or the mediator, may change it");
  }
}

/** As whom this person signs: the borrower themselves, or a signatory of the platform. */
export function signatoryOf(actor: Actor, theCase: Case): FactSide | null {
  const party = asParty(actor, theCase);
  // What may go to a court is signed in person; a power to settle is not one to plead.
  if (party === "borrower") return actor.kind === "borrower" && !actor.representative ? party : null;
  const signs = actor.kind === "staff" && actor.role === "platform_approver";
  return party === "platform" && signs ? party : null;
}

export function onlySignatory(actor: Actor, theCase: Case): FactSide {
  onlyPartyToCase(actor, theCase);
  const side = signatoryOf(actor, theCase);
  if (side === null) throw new Refusal("forbidden", "only the two parties sign");
  return side;
}

/** Whether somebody may write now, as far as the case goes. */
export function isOpenFor(theCase: Case, stages: readonly CaseStage[]): boolean {
  return stages.includes(theCase.stage) && theCase.pausedAt === null;
}

export function factAbilities(party: Party, theCase: Case, fact: Fact): FactAbility[] {
  if (!isOpenFor(theCase, FACT_STAGES)) return [];
  const can = FACT_TRANSITIONS[fact.status];
  const abilities: FactAbility[] = [];
  if (party !== "mediator" && can.answer !== null) abilities.push("answer");
  if (mayEditFact(party, fact.proposedBy)) {
    if (can.reword !== null) abilities.push("reword");
    if (decideFact(stateOf(fact), { command: "withdraw" }).ok) abilities.push("withdraw");
  }
  return abilities;
}

export function recordAbilities(actor: Actor, theCase: Case, record: FactRecord): FactRecordAbility[] {
  if (!isOpenFor(theCase, RECORD_STAGES)) return [];
  const abilities: FactRecordAbility[] = [];
  const side = signatoryOf(actor, theCase);
  if (side !== null && decideRecord(record.status, signCommand(side)).ok) abilities.push("sign");
  if (asParty(actor, theCase) === "mediator" && decideRecord(record.status, "void").ok)
    abilities.push("void");
  return abilities;
}

export function stateOf({ status, borrower, platform }: Fact) {
  return { status, answers: { borrower: borrower.answer, platform: platform.answer } };
}
