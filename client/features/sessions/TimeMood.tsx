import { useTranslation } from "react-i18next";
import { isOfficeTime } from "../../../shared/sessions/times.ts";
import { formatWeekday } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";

/** Which day of the week a time is, and whether people are likely to be at work. */
export function TimeMood({ startsAt, minutes }: { readonly startsAt: Date; readonly minutes: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const office = isOfficeTime(startsAt, minutes);
  return (
    <small className="faint">
      {formatWeekday(startsAt, language)} · {t(office ? "sessionDesk.office" : "sessionDesk.outOfOffice")}
    </small>
  );
}
