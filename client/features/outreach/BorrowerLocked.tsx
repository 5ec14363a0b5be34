import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { clockText, useSecondsLeft } from "../../borrower/ui/useSecondsLeft.ts";

interface LockedProps {
  readonly seconds: number;
  readonly phone: string;
}

/** After too many wrong tries: how long to wait, and whom to call when it was somebody else. */
export function Locked({ seconds, phone }: LockedProps) {
  const { t } = useTranslation();
  const [until] = useState(() => Date.now() + seconds * 1000);
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
