import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import type { SessionWithout } from "../../../shared/minutes/minutesView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { draftMinutes, type WhatOf } from "./api.ts";

interface MakeMinutesProps {
  readonly caseId: string;
  readonly sessions: readonly SessionWithout[];
}

/** Draw up minutes of a session that has ended, or of a span of dates. */
export function MakeMinutes({ caseId, sessions }: MakeMinutesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [today] = useState(() => shanghaiDateOf(new Date()));
  const [firstDay, setFirstDay] = useState(today);
  const [lastDay, setLastDay] = useState(today);
  const making = useCommand({
    run: (what: WhatOf, key) => draftMinutes(caseId, what, key),
    done: t("minutes.drafted"),
  });
  return (
    <details className="minutes-make">
      <summary>{t("minutes.make")}</summary>
      <h3>{t("minutes.fromSession")}</h3>
      {sessions.length === 0 && <p>{t("minutes.noSessions")}</p>}
      <div className="minutes-acts">
        {sessions.map(({ sessionId, number, from }) => (
          <Button key={sessionId} disabled={making.isPending} onClick={() => making.mutate({ sessionId })}>
            {t("minutes.session", { number, from: formatDateTime(from, language) })}
          </Button>
        ))}
      </div>
      <h3>{t("minutes.fromSpan")}</h3>
      <form
        className="minutes-span"
        onSubmit={(event) => {
          event.preventDefault();
          making.mutate({ firstDay, lastDay });
        }}
      >
        <label htmlFor="minutes-first">{t("minutes.firstDay")}</label>
        <Input
          id="minutes-first"
          type="date"
          value={firstDay}
          max={today}
          onChange={(event) => setFirstDay(event.target.value)}
        />
        <label htmlFor="minutes-last">{t("minutes.lastDay")}</label>
        <Input
          id="minutes-last"
          type="date"
          value={lastDay}
          min={firstDay}
          max={today}
          onChange={(event) => setLastDay(event.target.value)}
        />
        <Button
          htmlType="submit"
          disabled={firstDay === "" || lastDay === "" || lastDay < firstDay}
          loading={making.isPending}
        >
          {t("minutes.make")}
        </Button>
      </form>
    </details>
  );
}
