import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "../../../shared/sessions/sessionView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { tickTimes } from "./api.ts";
import { TimeMood } from "./TimeMood.tsx";

/** The platform says which times suit it; the other side never sees it. */
export function SideTicks({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const own = session.own ?? null;
  const [chosen, setChosen] = useState<readonly string[]>(own?.times ?? []);
  const tick = useCommand({
    run: (times: readonly string[], key) => tickTimes(session, times, key),
    done: t("sessions.own.saved"),
  });
  return (
    <fieldset className="session-own">
      <legend>{t("sessions.own.side")}</legend>
      {session.times.map((time) => (
        <Checkbox
          key={time}
          checked={chosen.includes(time)}
          onChange={(event) =>
            setChosen(event.target.checked ? [...chosen, time] : chosen.filter((other) => other !== time))
          }
        >
          <span className="tabular">{formatDateTime(time, language)}</span>{" "}
          <TimeMood startsAt={new Date(time)} minutes={session.minutes} />
        </Checkbox>
      ))}
      <p className="faint">{t("sessions.own.privacy")}</p>
      <p className="faint" role="status">
        {own === null ? t("sessions.own.noneHint") : t("sessions.own.done")}
      </p>
      <Button
        type={own === null ? "primary" : "default"}
        loading={tick.isPending}
        onClick={() => tick.mutate(chosen.filter((time) => session.times.includes(time)))}
      >
        {t(own === null ? "sessions.own.save" : "sessions.own.change")}
      </Button>
    </fieldset>
  );
}
