import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../i18n/format.ts";
import { useLanguage } from "../i18n/index.ts";
import { remaining } from "./remaining.ts";

/** Time left until an instant, refreshed each second in the last hour and each half minute before. */
export function Countdown({ until }: { readonly until: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [now, setNow] = useState(() => Date.now());
  const left = remaining(Date.parse(until), now);
  const close = left !== undefined && (left.unit === "minutes" || left.unit === "seconds");
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), close ? 1000 : 30_000);
    return () => window.clearInterval(timer);
  }, [close]);
  return (
    <time className="tabular" dateTime={until} title={formatDateTime(until, language)}>
      {left ? t(`common.${left.unit}`, { count: left.count }) : t("common.overdueBy")}
    </time>
  );
}
