import { useTranslation } from "react-i18next";
import type { AttemptOutcome } from "../../../shared/deliveries/lifecycle.ts";

/** How an attempt ended, in words, with the status that was answered. */
export function useOutcomeText(): (outcome: AttemptOutcome, status: number | null) => string {
  const { t } = useTranslation();
  return (outcome, status) =>
    status === null
      ? t(`deliveries.outcome.${outcome}`)
      : `${t(`deliveries.outcome.${outcome}`)} · ${status}`;
}
