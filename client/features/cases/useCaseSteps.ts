import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { resendInvitation, respondForPlatform, takeStep } from "./api.ts";

/** The steps that need no more than a yes. */
export function useCaseSteps(caseId: string) {
  const { t } = useTranslation();
  return {
    accept: useCommand({ run: (_, key) => takeStep(caseId, "accept", key), done: t("cases.accepted") }),
    openOffers: useCommand({
      run: (_, key) => takeStep(caseId, "open-offers", key),
      done: t("cases.offersOpened"),
    }),
    resume: useCommand({ run: (_, key) => takeStep(caseId, "resume", key), done: t("cases.resumed") }),
    close: useCommand({ run: (_, key) => takeStep(caseId, "close", key), done: t("cases.closed") }),
    consent: useCommand({
      run: (_, key) => respondForPlatform(caseId, { answer: "consent", note: null }, key),
      done: t("cases.consented"),
    }),
    resend: useCommand({ run: (_, key) => resendInvitation(caseId, key), done: t("cases.resent") }),
  };
}
