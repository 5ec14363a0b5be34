import { useTranslation } from "react-i18next";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import { useMe } from "../../api/me.ts";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type TimelineItem, useTimeline } from "./api.ts";
import { TimelineRow } from "./TimelineRow.tsx";
import "./timeline.css";

/** What happened in a case, newest first, day by day. */
export function Timeline({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const timeline = useTimeline(caseId);
  return (
    <Panel>
      <Loaded of={timeline}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t("journal.empty")} />
          ) : (
            <>
              <p className="hint">
                {t("journal.newestFirst")}
                {me?.role === "centre_admin" && ` ${t("journal.centreNote")}`}
              </p>
              {byDay(items).map(({ day, rows }) => (
                <section key={day} className="timeline-day">
                  <h3>
                    <DateText value={day} />
                  </h3>
                  <ol reversed>
                    {rows.map((item) => (
                      <TimelineRow key={item.id} item={item} />
                    ))}
                  </ol>
                </section>
              ))}
              <MoreButton list={timeline} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

/** Read oldest first, shown newest first; days are Shanghai's. */
function byDay(items: readonly TimelineItem[]): { day: string; rows: TimelineItem[] }[] {
  const days: { day: string; rows: TimelineItem[] }[] = [];
  for (const item of items.toReversed()) {
    const day = shanghaiDateOf(new Date(item.at));
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(item);
    else days.push({ day, rows: [item] });
  }
  return days;
}
