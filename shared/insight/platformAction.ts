import { addDays, compareDates, daysBetween } from "../calendar/localDate.ts";
import { shanghaiDateOf, shanghaiInstant } from "../calendar/shanghai.ts";
import type { CaseFacts } from "./caseFacts.ts";
import type { NextAction } from "./action.ts";
import { inTurnNow } from "./signingTurn.ts";
import { sessionAction } from "./sessionAction.ts";
import { act, beforeDue, isAfter, pressing } from "./urgency.ts";

type PlatformRole = "platform_agent" | "platform_approver";

/** What a platform's people answer, approve, sign, and watch. */
export function platformAction(role: PlatformRole, facts: CaseFacts, now: Date): NextAction | null {
  if (facts.pausedAt !== null) return null;
  return sessionAction("platform", facts, now) ?? stageAction(role, facts, now);
}

function stageAction(role: PlatformRole, facts: CaseFacts, now: Date): NextAction | null {
  switch (facts.stage) {
    case "invited":
      if (facts.platformConsented) return null;
      return act("respond", "consent_open", {
        since: facts.stageSince,
        urgency: pressing(facts.stageSince, now),
      });
    case "negotiating":
      return negotiatingAction(role, facts, now) ?? replyAction(facts, now);
    case "preparing":
      return replyAction(facts, now);
    case "signing":
      return signingAction(role, facts, now) ?? replyAction(facts, now);
    case "performing":
      return overdueAction(facts, now) ?? replyAction(facts, now);
    case "breached":
    case "terminated":
      return escalationAction(facts);
    case "intake":
    case "escalated":
    case "completed":
    case "closed":
      return null;
  }
}

function negotiatingAction(role: PlatformRole, facts: CaseFacts, now: Date): NextAction | null {
  const { borrowerOfferPutAt: putAt, borrowerOfferExpiresAt: dueAt, offerAwaitingApprovalSince } = facts;
  if (facts.acceptanceApprovalWanted && putAt !== null) {
    const urgency = role === "platform_approver" ? "now" : "waiting";
    return act("approve_acceptance", "outside_limits", { since: putAt, dueAt, urgency });
  }
  if (offerAwaitingApprovalSince !== null) {
    const since = offerAwaitingApprovalSince;
    const urgency = role === "platform_approver" ? pressing(since, now) : "waiting";
    return act("approve_offer", "outside_limits", { since, urgency });
  }
  if (putAt !== null && dueAt !== null) {
    return act("answer_offer", "borrower_offered", { since: putAt, dueAt, urgency: beforeDue(dueAt, now) });
  }
  if (facts.platformOfferPutAt === null) {
    return act("put_offer", "no_offer_open", { since: facts.stageSince, urgency: "soon" });
  }
  return null;
}

/** Somebody spoke where the platform hears it, and the platform has not spoken since. */
function replyAction(facts: CaseFacts, now: Date): NextAction | null {
  const { platformSaidAt, borrowerSaidToPlatformAt, mediatorSaidToPlatformAt } = facts;
  if (isAfter(borrowerSaidToPlatformAt, platformSaidAt)) {
    const since = borrowerSaidToPlatformAt;
    return act("reply_message", "borrower_wrote", { since, urgency: pressing(since, now) });
  }
  if (isAfter(mediatorSaidToPlatformAt, platformSaidAt)) {
    const since = mediatorSaidToPlatformAt;
    return act("reply_message", "mediator_wrote", { since, urgency: pressing(since, now) });
  }
  return null;
}

function signingAction(role: PlatformRole, facts: CaseFacts, now: Date): NextAction | null {
  if (facts.agreementStatus !== "signing" || !inTurnNow(facts).includes("platform")) return null;
  const since = facts.agreementSince ?? facts.stageSince;
  // Only an authorised signatory signs; the agent may remind them.
  const urgency = role === "platform_approver" ? pressing(since, now) : "waiting";
  return act("sign", "agreement_released", { since, urgency });
}

/** An instalment is past its date: within its days of grace it can wait, after them somebody must decide. */
function overdueAction(facts: CaseFacts, now: Date): NextAction | null {
  if (facts.nextDue === null) return null;
  const today = shanghaiDateOf(now);
  if (compareDates(today, facts.nextDue) <= 0) return null;
  const lastDay = addDays(facts.nextDue, facts.graceDays);
  const days = daysBetween(facts.nextDue, today);
  const inGrace = compareDates(today, lastDay) <= 0;
  return act("check_breach", inGrace ? "overdue_in_grace" : "overdue", {
    since: shanghaiInstant(addDays(facts.nextDue, 1), 0),
    dueAt: shanghaiInstant(addDays(lastDay, 1), 0),
    urgency: inGrace ? "soon" : "today",
    params: { days },
  });
}

function escalationAction(facts: CaseFacts): NextAction | null {
  const since = facts.stageSince;
  if (facts.escalationStatus === "failed") {
    const params = { escalationId: facts.escalationId ?? "" };
    return act("retry_packet", "packet_failed", {
      since: facts.escalationSince ?? since,
      urgency: "today",
      params,
    });
  }
  if (facts.escalationStatus !== null) return null;
  return act("request_escalation", facts.stage === "breached" ? "plan_breached" : "mediation_ended", {
    since,
    urgency: "soon",
  });
}
