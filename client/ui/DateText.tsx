import { formatDate, formatDateTime, formatTime } from "../i18n/format.ts";
import { useLanguage } from "../i18n/index.ts";

interface DateTextProps {
  /** `YYYY-MM-DD` or an ISO instant; shown on Shanghai's calendar and clock. */
  readonly value: string;
  readonly precision?: "day" | "minute" | "time";
}

const formats = { day: formatDate, minute: formatDateTime, time: formatTime };

export function DateText({ value, precision = "day" }: DateTextProps) {
  const language = useLanguage();
  return (
    <time className="tabular" dateTime={value}>
      {formats[precision](value, language)}
    </time>
  );
}
