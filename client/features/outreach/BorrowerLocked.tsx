import { useTranslation } from "react-i18next";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { clockText, useSecondsLeft } from "../../borrower/ui/useSecondsLeft.ts";

interface LockedProps {
  /** Until when, in milliseconds. */
  readonly until: number;
  readonly phone: string;
}

/** After too many wrong tries: how long to wait, and whom to call when it was somebody else. */
export function Locked({ until, phone }: LockedProps) {
  const { t } = useTranslation();
  const left = useSecondsLeft(until);
  if (left === 0) return null;
  return (
    <Notice tone="warn" title={t("arrive.locked")}>
      <p>
        {t("arrive.lockedWait")} <strong className="tabular">{clockText(left)}</strong>
      </p>
      <p>{t("arrive.lockedHelp", { phone })}</p>
    </Notice>
  );
}
