import { Alert, Button, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shanghaiClockOf, shanghaiInstant } from "../../../shared/calendar/shanghai.ts";
import { MAX_TIMES, SESSION_MINUTES, timeFault, usualTimes } from "../../../shared/sessions/times.ts";
import { TimeMood } from "./TimeMood.tsx";

interface TimesDialogProps {
  readonly title: string;
  readonly hint?: string;
  /** One time only, as when it is moved. */
  readonly single?: boolean;
  readonly minutes: number;
  readonly times: readonly string[];
  readonly send: string;
  readonly busy: boolean;
  readonly onSend: (times: string[], minutes: number) => void;
  readonly onClose: () => void;
}

interface Draft {
  readonly key: number;
  readonly date: string;
  readonly clock: string;
}

/** Times on Shanghai's clock, wherever the mediator's computer is. */
export function TimesDialog(props: TimesDialogProps) {
  const { t } = useTranslation();
  const { single = false, hint } = props;
  const [minutes, setMinutes] = useState(props.minutes);
  const [tried, setTried] = useState(false);
  const [now, setNow] = useState(() => new Date());
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => {
    const known = props.times.length > 0 ? props.times.map((time) => new Date(time)) : usualTimes(new Date());
    return known.map((time, key) => ({ key, ...draftOf(time) }));
  });
  const change = (key: number, part: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  const add = () => {
    const key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1;
    setDrafts([...drafts, { key, date: "", clock: drafts.at(-1)?.clock ?? "10:00" }]);
  };
  const send = () => {
    setTried(true);
    const sentAt = new Date();
    setNow(sentAt);
    if (drafts.some((draft) => faultOf(draft, minutes, sentAt) !== null)) return;
    props.onSend([...new Set(drafts.flatMap((draft) => instantOf(draft)?.toISOString() ?? []))], minutes);
  };
  return (
    <Modal
      open
      title={props.title}
      okText={props.send}
      cancelText={t("sessionDesk.cancel")}
      confirmLoading={props.busy}
      onOk={send}
      onCancel={props.onClose}
    >
      {hint !== undefined && <Alert type="info" showIcon title={hint} className="session-hint" />}
      <label className="session-minutes">
        {t("sessionDesk.minutes")}
        <Select
          value={minutes}
          onChange={setMinutes}
          options={SESSION_MINUTES.map((value) => ({
            value,
            label: t("sessions.minutesValue", { count: value }),
          }))}
        />
      </label>
      <ul className="session-drafts">
        {drafts.map((draft, place) => (
          <TimeRow
            key={draft.key}
            draft={draft}
            number={place + 1}
            minutes={minutes}
            tried={tried}
            now={now}
            onChange={(part) => change(draft.key, part)}
            {...(drafts.length > 1 && {
              onRemove: () => setDrafts(drafts.filter((other) => other.key !== draft.key)),
            })}
          />
        ))}
      </ul>
      {!single && drafts.length < MAX_TIMES && (
        <Button size="small" onClick={add}>
          {t("sessionDesk.addTime")}
        </Button>
      )}
      <p className="faint">{t("sessionDesk.zone")}</p>
    </Modal>
  );
}

interface TimeRowProps {
  readonly draft: Draft;
  readonly number: number;
  readonly minutes: number;
  readonly tried: boolean;
  readonly now: Date;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onRemove?: () => void;
}

function TimeRow({ draft, number, minutes, tried, now, onChange, onRemove }: TimeRowProps) {
  const { t } = useTranslation();
  const fault = faultOf(draft, minutes, now);
  const instant = instantOf(draft);
  const name = t("sessionDesk.timeNumbered", { number });
  return (
    <li>
      <div className="session-draft" role="group" aria-label={name}>
        <Input
          type="date"
          aria-label={`${name} ${t("sessionDesk.date")}`}
          value={draft.date}
          onChange={(event) => onChange({ date: event.target.value })}
        />
        <Input
          type="time"
          step={900}
          aria-label={`${name} ${t("sessionDesk.clock")}`}
          value={draft.clock}
          onChange={(event) => onChange({ clock: event.target.value })}
        />
        {onRemove && (
          <Button type="text" aria-label={t("sessionDesk.removeTime", { number })} onClick={onRemove}>
            ✕
          </Button>
        )}
      </div>
      {fault === null && instant !== null && <TimeMood startsAt={instant} minutes={minutes} />}
      {fault !== null && (tried || fault !== "invalid") && (
        <p className="session-fault" role="alert">
          {t(`sessionDesk.fault.${fault}`)}
        </p>
      )}
    </li>
  );
}

function faultOf(draft: Draft, minutes: number, now: Date) {
  const instant = instantOf(draft);
  return instant === null ? "invalid" : timeFault(instant, minutes, now);
}

function instantOf({ date, clock }: Draft): Date | null {
  const [hour, minute] = clock.split(":").map(Number);
  if (date === "" || hour === undefined || minute === undefined) return null;
  const instant = shanghaiInstant(date, hour, minute);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function draftOf(time: Date): Pick<Draft, "date" | "clock"> {
  const { date, hour, minute } = shanghaiClockOf(time);
  return { date, clock: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}
