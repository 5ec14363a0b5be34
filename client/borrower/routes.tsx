import { addChinese } from "../i18n/index.ts";
import { type ComponentType, lazy, type LazyExoticComponent } from "react";

export interface BorrowerRoute {
  /** Below `/m`; a fixed word wins over `/:code`. */
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
}

/** A page whose words come with the first of its kind, not with the entry. */
function behindTheDoor(load: () => Promise<{ default: ComponentType }>): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    const [page, { borrowerCaseZh }] = await Promise.all([load(), import("../i18n/borrowerCase.zh.ts")]);
    addChinese(borrowerCaseZh);
    return page;
  });
}

/** Every page of the borrower's entry; each is its own chunk, so that the first screen stays small. */
export const borrowerRoutes: readonly BorrowerRoute[] = [
  { path: "/", page: lazy(() => import("./CodePage.tsx").then((m) => ({ default: m.CodePage }))) },
  {
    path: "/:code",
    page: lazy(() =>
      import("../features/outreach/BorrowerLanding.tsx").then((m) => ({ default: m.BorrowerLanding })),
    ),
  },
  {
    path: "/:code/identify",
    page: lazy(() =>
      import("../features/outreach/BorrowerIdentify.tsx").then((m) => ({ default: m.BorrowerIdentify })),
    ),
  },
  {
    path: "/:code/report",
    page: behindTheDoor(() =>
      import("../features/outreach/BorrowerReport.tsx").then((m) => ({ default: m.StrangerReport })),
    ),
  },
  {
    path: "/case",
    page: behindTheDoor(() =>
      import("../features/cases/BorrowerHome.tsx").then((m) => ({ default: m.BorrowerHome })),
    ),
  },
  {
    path: "/case/debt",
    page: behindTheDoor(() =>
      import("../features/debts/BorrowerDebt.tsx").then((m) => ({ default: m.BorrowerDebt })),
    ),
  },
  {
    path: "/case/consent",
    page: behindTheDoor(() =>
      import("../features/cases/BorrowerConsent.tsx").then((m) => ({ default: m.BorrowerConsent })),
    ),
  },
  {
    path: "/case/talk",
    page: behindTheDoor(() =>
      import("../features/room/BorrowerTalk.tsx").then((m) => ({ default: m.BorrowerTalk })),
    ),
  },
  {
    path: "/case/facts",
    page: behindTheDoor(() =>
      import("../features/facts/BorrowerFacts.tsx").then((m) => ({ default: m.BorrowerFacts })),
    ),
  },
  {
    path: "/case/call",
    page: behindTheDoor(() =>
      import("../features/calls/BorrowerCall.tsx").then((m) => ({ default: m.BorrowerCall })),
    ),
  },
  {
    path: "/case/minutes",
    page: behindTheDoor(() =>
      import("../features/minutes/BorrowerMinutes.tsx").then((m) => ({ default: m.BorrowerMinutes })),
    ),
  },
  {
    path: "/case/sessions",
    page: behindTheDoor(() =>
      import("../features/sessions/BorrowerSessions.tsx").then((m) => ({ default: m.BorrowerSessions })),
    ),
  },
  {
    path: "/case/offers",
    page: behindTheDoor(() =>
      import("../features/offers/BorrowerOffers.tsx").then((m) => ({ default: m.BorrowerOffers })),
    ),
  },
  {
    path: "/case/offers/new",
    page: behindTheDoor(() =>
      import("../features/offers/BorrowerOfferEditor.tsx").then((m) => ({ default: m.BorrowerOfferEditor })),
    ),
  },
  {
    path: "/case/offers/compare",
    page: behindTheDoor(() =>
      import("../features/offers/BorrowerCompare.tsx").then((m) => ({ default: m.BorrowerCompare })),
    ),
  },
  {
    path: "/case/agreement",
    page: behindTheDoor(() =>
      import("../features/agreements/BorrowerAgreement.tsx").then((m) => ({ default: m.BorrowerAgreement })),
    ),
  },
  {
    path: "/case/agreement/sign",
    page: behindTheDoor(() =>
      import("../features/agreements/BorrowerSigning.tsx").then((m) => ({ default: m.BorrowerSigning })),
    ),
  },
  {
    path: "/case/plan",
    page: behindTheDoor(() =>
      import("../features/performance/BorrowerPlan.tsx").then((m) => ({ default: m.BorrowerPlan })),
    ),
  },
  {
    path: "/case/confirmation",
    page: behindTheDoor(() =>
      import("../features/confirmations/BorrowerConfirmation.tsx").then((m) => ({
        default: m.BorrowerConfirmation,
      })),
    ),
  },
  {
    path: "/case/proof",
    page: behindTheDoor(() =>
      import("../features/exhibits/BorrowerProof.tsx").then((m) => ({ default: m.BorrowerProof })),
    ),
  },
  {
    path: "/case/capacity",
    page: behindTheDoor(() =>
      import("./capacity/CapacityPage.tsx").then((m) => ({ default: m.CapacityPage })),
    ),
  },
  {
    path: "/case/capacity/:step",
    page: behindTheDoor(() =>
      import("./capacity/CapacityForm.tsx").then((m) => ({ default: m.CapacityForm })),
    ),
  },
  {
    path: "/case/representatives",
    page: behindTheDoor(() =>
      import("../features/representatives/BorrowerRepresentatives.tsx").then((m) => ({
        default: m.BorrowerRepresentatives,
      })),
    ),
  },
  {
    path: "/case/help",
    page: behindTheDoor(() =>
      import("../features/outreach/BorrowerReport.tsx").then((m) => ({ default: m.CaseReport })),
    ),
  },
  {
    path: "/case/ended",
    page: behindTheDoor(() =>
      import("../features/cases/BorrowerEnded.tsx").then((m) => ({ default: m.BorrowerEnded })),
    ),
  },
];
