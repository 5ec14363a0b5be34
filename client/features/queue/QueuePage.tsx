import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { URGENCIES, type Urgency } from "../../../shared/insight/action.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { OverviewStrip } from "../overview/OverviewStrip.tsx";
import { type QueueItem, useQueue } from "./api.ts";
import { QueueRow } from "./QueueRow.tsx";
import "../../ui/more.css";
import "./queue.css";

/** A morning with many new cases must not bury what comes after them. */
const FIRST_ROWS = 8;
const MORE_ROWS = 40;

export function QueuePage() {
  const { t } = useTranslation();
  const queue = useQueue();
  return (
    <>
      <PageHeader title={t("queue.title")} description={t("queue.intro")} />
      <div className="queue-layout">
        <div>
          <Loaded of={queue}>{({ items }) => <QueueGroups items={items} />}</Loaded>
        </div>
        <OverviewStrip />
      </div>
    </>
  );
}

function QueueGroups({ items }: { readonly items: readonly QueueItem[] }) {
  const { t } = useTranslation();
  if (items.length === 0)
    return (
      <Panel>
        <EmptyState title={t("queue.emptyTitle")}>{t("queue.emptyText")}</EmptyState>
      </Panel>
    );
  const filled = URGENCIES.map((urgency) => ({
    urgency,
    rows: items.filter((item) => item.urgency === urgency),
  })).filter(({ rows }) => rows.length > 0);
  return filled.map(({ urgency, rows }, index) => (
    <QueueGroup key={urgency} urgency={urgency} rows={rows} first={index === 0} />
  ));
}

interface QueueGroupProps {
  readonly urgency: Urgency;
  readonly rows: readonly QueueItem[];
  /** The first row of the first group is the one to do next. */
  readonly first: boolean;
}

function QueueGroup({ urgency, rows, first }: QueueGroupProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(FIRST_ROWS);
  const hidden = rows.length - shown;
  return (
    <section className="queue-group" aria-labelledby={`queue-${urgency}`}>
      <div className="queue-heading">
        <h2 id={`queue-${urgency}`} className={`queue-urgency queue-${urgency}`}>
          {t(`queue.urgency.${urgency}`)}
          <small>{t("queue.count", { count: rows.length })}</small>
        </h2>
        {rows.filter(({ action }) => action === "accept_case").length > FIRST_ROWS && (
          <Link to="/cases?stage=intake">{t("queue.acceptMany")}</Link>
        )}
      </div>
      <ul className="queue-list">
        {rows.slice(0, shown).map((row, index) => (
          <QueueRow key={`${row.caseId} ${row.action}`} item={row} next={first && index === 0} />
        ))}
      </ul>
      {hidden > 0 && (
        <p className="more">
          <Button onClick={() => setShown(shown + MORE_ROWS)}>
            {t("queue.showMore", { count: hidden })}
          </Button>
        </p>
      )}
    </section>
  );
}
