import type { CaseFacts } from "./caseFacts.ts";
import type { NextAction } from "./action.ts";
import { confirmationAction } from "./confirmationAction.ts";
import { inTurnNow } from "./signingTurn.ts";
import { sessionAction } from "./sessionAction.ts";
import { act, beforeDue, daysWaited, isAfter, pressing } from "./urgency.ts";

/** After how many days of silence the borrower is worth another try, and when it presses. */
const CHASE_AFTER_DAYS = 2;
const CHASE_NOW_DAYS = 7;

/** The mediator first answers people, then moves the case on, then waits. */
export function mediatorAction(facts: CaseFacts, now: Date): NextAction | null {
  if (facts.stage === "intake") {
    if (!facts.proposedToViewer || facts.proposedAt === null) return null;
    const since = facts.proposedAt;
    const params = { priorCases: facts.priorCases ?? 0 };
    return act("declare_conflict", "proposed", { since, urgency: pressing(since, now), params });
  }
  if (facts.pausedAt !== null) {
    const days = daysWaited(facts.pausedAt, now);
    return act("resume", "paused", { since: facts.pausedAt, urgency: "waiting", params: { days } });
  }
  const court = confirmationAction(facts, now);
  const pressingCourt = court?.urgency === "soon" ? null : court;
  return (
    reportAction(facts) ??
    sessionAction("mediator", facts, now) ??
    pressingCourt ??
    stageAction(facts, now) ??
    messageAction(facts, now) ??
    court
  );
}

/** Somebody who says "this is not my debt" or "I need help" comes before everything else. */
function reportAction(facts: CaseFacts): NextAction | null {
  if (!isAfter(facts.reportedAt, facts.mediatorActedAt)) return null;
  if (!isUnderWay(facts)) return null;
  return act("answer_report", facts.report ?? "need_help", { since: facts.reportedAt, urgency: "now" });
}

function isUnderWay({ stage }: CaseFacts): boolean {
  return ["invited", "preparing", "negotiating", "signing", "performing", "breached"].includes(stage);
}

function stageAction(facts: CaseFacts, now: Date): NextAction | null {
  switch (facts.stage) {
    case "invited":
      return facts.borrowerConsented ? null : chase(facts, now);
    case "preparing": {
      const [code, params] =
        facts.disputedLines > 0 ? ["lines_disputed", { count: facts.disputedLines }] : ["both_consented", {}];
      const since = facts.stageSince;
      return act("open_offers", code, {
        since,
        urgency: pressing(since, now),
        params: { ...params },
      });
    }
    case "signing":
      return signingAction(facts, now);
    case "breached":
      return act("check_breach", "plan_breached", { since: facts.stageSince, urgency: "today" });
    case "intake":
    case "negotiating":
    case "performing":
    case "terminated":
    case "escalated":
    case "completed":
    case "closed":
      return null;
  }
}

function signingAction(facts: CaseFacts, now: Date): NextAction | null {
  const since = facts.agreementSince ?? facts.stageSince;
  if (facts.agreementStatus === "review") {
    return act("review_agreement", "terms_accepted", { since, urgency: pressing(since, now) });
  }
  if (facts.agreementStatus !== "signing" || !inTurnNow(facts).includes("mediator")) return null;
  const { signedBy } = facts;
  const othersSigned = signedBy.includes("borrower") && signedBy.includes("platform");
  if (othersSigned) return act("sign", "both_parties_signed", { since, urgency: "now" });
  return act("sign", "signing_turn", { since, urgency: pressing(since, now) });
}

/** How far the borrower came, and how long it has been quiet since. */
function chase(facts: CaseFacts, now: Date): NextAction {
  const { invitedAt, openedAt, identifiedAt, stageSince } = facts;
  const [code, since] =
    identifiedAt !== null
      ? (["identified_not_answered", identifiedAt] as const)
      : openedAt !== null
        ? (["opened_not_identified", openedAt] as const)
        : (["not_opened", invitedAt ?? stageSince] as const);
  const days = daysWaited(since, now);
  const urgency = days >= CHASE_NOW_DAYS ? "now" : days >= CHASE_AFTER_DAYS ? "today" : "waiting";
  const dueAt = identifiedAt === null ? facts.invitationExpiresAt : null;
  return act("chase_borrower", code, { since, urgency, dueAt, params: { days } });
}

/** A party spoke last, or an offer is about to lapse without an answer. */
function messageAction(facts: CaseFacts, now: Date): NextAction | null {
  if (!isUnderWay(facts)) return null;
  const { borrowerSaidAt, platformSaidAt, mediatorSaidAt } = facts;
  const waiting = [
    ...(isAfter(borrowerSaidAt, mediatorSaidAt) ? [{ code: "borrower_wrote", since: borrowerSaidAt }] : []),
    ...(isAfter(platformSaidAt, mediatorSaidAt) ? [{ code: "platform_wrote", since: platformSaidAt }] : []),
  ].toSorted((a, b) => a.since.getTime() - b.since.getTime());
  const [first] = waiting;
  if (first)
    return act("reply_message", first.code, { since: first.since, urgency: pressing(first.since, now) });
  return lapsingOffer(facts, now);
}

function lapsingOffer(facts: CaseFacts, now: Date): NextAction | null {
  const offers = [
    { code: "borrower_offer_lapses", since: facts.borrowerOfferPutAt, dueAt: facts.borrowerOfferExpiresAt },
    { code: "platform_offer_lapses", since: facts.platformOfferPutAt, dueAt: facts.platformOfferExpiresAt },
  ];
  for (const { code, since, dueAt } of offers) {
    if (since === null || dueAt === null || beforeDue(dueAt, now) !== "now") continue;
    return act("reply_message", code, { since, dueAt, urgency: "today" });
  }
  return null;
}
