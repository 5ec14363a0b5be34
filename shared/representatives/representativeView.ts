import type { RepresentationScope } from "../api/roles.ts";
import type { CaseStage } from "../cases/lifecycle.ts";
import type { LocalDate } from "../calendar/localDate.ts";
import type { EndReason, RepresentativeStatus } from "./lifecycle.ts";

/** Who somebody is to the borrower. A relative or another person says how they are related; a lawyer has a licence. */
export const REPRESENTATIVE_KINDS = ["relative", "lawyer", "other"] as const;
export type RepresentativeKind = (typeof REPRESENTATIVE_KINDS)[number];

export const REPRESENTATIVE_ABILITIES = ["accept", "refuse", "end", "invite"] as const;
export type RepresentativeAbility = (typeof REPRESENTATIVE_ABILITIES)[number];

/** At most this many act for a borrower at once (民事诉讼法 61: one or two), and one of them with special powers. */
export const MOST_REPRESENTATIVES = 2;

/** Stages in which somebody can be named: while there is anything to speak, settle or pay about. */
export const NAMING_STAGES: readonly CaseStage[] = [
  "invited",
  "preparing",
  "negotiating",
  "signing",
  "performing",
  "breached",
];

/** A representative as a viewer sees them; what only the borrower's side and the mediator see is in `own`. */
export type RepresentativeView = {
  id: string;
  name: string;
  kind: RepresentativeKind;
  scope: RepresentationScope;
  endsOn: LocalDate;
  status: RepresentativeStatus;
  abilities: RepresentativeAbility[];
  own?: {
    /** How related, or the licence number of a lawyer. */
    standing: string;
    /** In full for the mediator who compares it with the paper, and masked for everybody at any other time. */
    idNumber: string;
    phone: string;
    grantedOn: LocalDate;
    exhibitId: string;
    namedBy: "borrower" | "mediator";
    namedAt: string;
    refusalReason: string | null;
    endReason: EndReason | null;
    /** When they first proved who they are. */
    arrivedAt: string | null;
  };
};

export type RepresentativeList = { items: RepresentativeView[]; mayName: boolean };
