import type { SigningOrder } from "../agreements/order.ts";
import type { Party } from "../journal/audience.ts";
import type { ConfirmationStatus } from "../confirmations/lifecycle.ts";
import type { CaseStage } from "../cases/lifecycle.ts";
import type { SessionStatus } from "../sessions/lifecycle.ts";

/** Who looks at the queue; a platform's two roles differ in what only an approver may do. */
export const QUEUE_ROLES = ["mediator", "centre", "platform_agent", "platform_approver", "lawyer"] as const;
export type QueueRole = (typeof QUEUE_ROLES)[number];

/** What the queue needs to know of a case to say what is to be done next. Times are instants; dates "YYYY-MM-DD". */
export type CaseFacts = {
  stage: CaseStage;
  stageSince: Date;
  pausedAt: Date | null;
  createdAt: Date;
  acceptedAt: Date | null;
  /** An open proposal of a mediator, and whether it is the viewer's to answer. */
  proposedAt: Date | null;
  proposedToViewer: boolean;
  priorCases: number | null;
  borrowerConsented: boolean;
  platformConsented: boolean;
  invitedAt: Date | null;
  invitationExpiresAt: Date | null;
  openedAt: Date | null;
  identifiedAt: Date | null;
  /** The borrower's last report, and the mediator's last act of any kind after which it counts as seen. */
  reportedAt: Date | null;
  report: string | null;
  mediatorActedAt: Date | null;
  /** Last message in any channel the named party may read, by each party. */
  borrowerSaidAt: Date | null;
  borrowerSaidToPlatformAt: Date | null;
  platformSaidAt: Date | null;
  mediatorSaidAt: Date | null;
  mediatorSaidToPlatformAt: Date | null;
  disputedLines: number;
  /** The borrower's open offer and the platform's, until when they stand. */
  borrowerOfferPutAt: Date | null;
  borrowerOfferExpiresAt: Date | null;
  platformOfferPutAt: Date | null;
  platformOfferExpiresAt: Date | null;
  offerAwaitingApprovalSince: Date | null;
  acceptanceApprovalWanted: boolean;
  agreementStatus: "review" | "signing" | "signed" | null;
  agreementSince: Date | null;
  signedBy: readonly Party[];
  /** The order the agreement is signed in, as the centre had set it when it was released; null for the usual one. */
  signingOrder: SigningOrder | null;
  /** The earliest unpaid instalment and the days of grace after it. */
  nextDue: string | null;
  graceDays: number;
  /** The session being arranged or held: when it is or goes on, since when it has been so, and whose ticks there are. */
  sessionStatus: SessionStatus | null;
  sessionAt: Date | null;
  sessionSince: Date | null;
  sessionPlatformTicked: boolean;
  sessionSidesTicked: number;
  /** Judicial confirmation of the agreement in force, and the last day to apply for it. */
  confirmationStatus: ConfirmationStatus | null;
  confirmationDeadline: string | null;
  escalationId: string | null;
  escalationStatus: "composing" | "sealed" | "failed" | "closed" | null;
  escalationSince: Date | null;
  /** Whether the lawyer has opened anything of the packet. */
  packetOpened: boolean;
};
