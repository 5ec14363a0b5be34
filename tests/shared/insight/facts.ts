import type { CaseFacts } from "../../../shared/insight/caseFacts.ts";

export const NOW = new Date("2026-11-20T02:00:00.000Z");
export const ago = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
export const ahead = (days: number): Date => ago(-days);

/** Of a case with an invitation out since yesterday, unless told otherwise. */
export function facts(more: Partial<CaseFacts>): CaseFacts {
  return {
    stage: "invited",
    stageSince: ago(1),
    pausedAt: null,
    createdAt: ago(10),
    acceptedAt: ago(9),
    proposedAt: null,
    proposedToViewer: false,
    priorCases: null,
    borrowerConsented: false,
    platformConsented: true,
    invitedAt: ago(1),
    invitationExpiresAt: ahead(29),
    openedAt: null,
    identifiedAt: null,
    reportedAt: null,
    report: null,
    mediatorActedAt: ago(1),
    borrowerSaidAt: null,
    borrowerSaidToPlatformAt: null,
    platformSaidAt: null,
    mediatorSaidAt: null,
    mediatorSaidToPlatformAt: null,
    disputedLines: 0,
    borrowerOfferPutAt: null,
    borrowerOfferExpiresAt: null,
    platformOfferPutAt: null,
    platformOfferExpiresAt: null,
    offerAwaitingApprovalSince: null,
    acceptanceApprovalWanted: false,
    agreementStatus: null,
    agreementSince: null,
    signedBy: [],
    signingOrder: null,
    sessionStatus: null,
    sessionAt: null,
    sessionSince: null,
    sessionPlatformTicked: false,
    sessionSidesTicked: 0,
    nextDue: null,
    graceDays: 0,
    escalationId: null,
    escalationStatus: null,
    escalationSince: null,
    packetOpened: false,
    confirmationStatus: null,
    confirmationDeadline: null,
    ...more,
  };
}
