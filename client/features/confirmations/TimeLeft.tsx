import { useTranslation } from "react-i18next";
import { RUNNING_STATUSES, WARNING_DAYS } from "../../../shared/confirmations/lifecycle.ts";
import { DateText } from "../../ui/DateText.tsx";
import type { Confirmation } from "./api.ts";

type Timed = Pick<Confirmation, "deadline" | "daysLeft" | "status" | "provisional">;

/** The last day, and how many are left while it still matters. */
export function TimeLeft({ confirmation }: { readonly confirmation: Timed }) {
  const { t } = useTranslation();
  const { deadline, daysLeft, status, provisional } = confirmation;
  const [warn] = WARNING_DAYS;
  const text =
    daysLeft < 0
      ? t("confirmations.over")
      : daysLeft === 0
        ? t("confirmations.lastDay")
        : t("confirmations.daysLeft", { count: daysLeft });
  return (
    <>
      <DateText value={deadline} />
      {RUNNING_STATUSES.includes(status) && (
        <>
          {" · "}
          {daysLeft <= warn ? <strong>{text}</strong> : text}
        </>
      )}
      {provisional && <span className="sub faint">{t("confirmations.provisional")}</span>}
    </>
  );
}
