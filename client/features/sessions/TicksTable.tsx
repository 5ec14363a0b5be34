import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { SessionView, SideTicks } from "../../../shared/sessions/sessionView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { usePast } from "../proposals/usePast.ts";
import { fixTime } from "./api.ts";
import { TimeMood } from "./TimeMood.tsx";

interface TicksTableProps {
  readonly session: SessionView;
  readonly ticks: NonNullable<SessionView["ticks"]>;
}

/** The mediator's view of a poll: which time suits whom, and the first that suits both. */
export function TicksTable({ session, ticks }: TicksTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const fix = useCommand({
    run: (startsAt: string, key) => fixTime(session, startsAt, key),
    done: t("sessionDesk.ticks.fixed"),
  });
  const both = ticks.borrower !== null && ticks.platform !== null;
  return (
    <>
      <table className="session-ticks">
        <caption className="visually-hidden">{t("sessionDesk.ticks.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("sessionDesk.time")}</th>
            <th scope="col">{t("words.party.borrower")}</th>
            <th scope="col">{t("words.party.platform")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {session.times.map((time) => (
            <tr key={time} className={time === ticks.suggested ? "session-suggested" : ""}>
              <th scope="row">
                <span className="tabular">{formatDateTime(time, language)}</span>
                <TimeMood startsAt={new Date(time)} minutes={session.minutes} />
                {time === ticks.suggested && <strong>{t("sessionDesk.ticks.suggested")}</strong>}
              </th>
              <Tick side={ticks.borrower} time={time} />
              <Tick side={ticks.platform} time={time} />
              <td>
                {session.abilities.includes("fix") && (
                  <FixButton
                    time={time}
                    suggested={time === ticks.suggested}
                    busy={fix.isPending && fix.variables === time}
                    onFix={() => fix.mutate(time)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ticks.suggested === null && (
        <p className="faint" role="status">
          {t(both ? "sessionDesk.ticks.noneCommon" : "sessionDesk.ticks.waiting")}
        </p>
      )}
    </>
  );
}

interface FixButtonProps {
  readonly time: string;
  readonly suggested: boolean;
  readonly busy: boolean;
  readonly onFix: () => void;
}

function FixButton({ time, suggested, busy, onFix }: FixButtonProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (usePast(time)) return null;
  return (
    <Button
      size="small"
      type={suggested ? "primary" : "default"}
      loading={busy}
      aria-label={`${t("sessionDesk.ticks.fix")} ${formatDateTime(time, language)}`}
      onClick={onFix}
    >
      {t("sessionDesk.ticks.fix")}
    </Button>
  );
}

function Tick({ side, time }: { readonly side: SideTicks | null; readonly time: string }) {
  const { t } = useTranslation();
  if (side === null) return <td className="faint">{t("sessionDesk.ticks.silent")}</td>;
  const suits = side.times.includes(time);
  return (
    <td className={suits ? "session-suits" : "faint"}>
      <span aria-hidden>{suits ? "✓" : "✕"}</span>{" "}
      {t(suits ? "sessionDesk.ticks.suits" : "sessionDesk.ticks.not")}
    </td>
  );
}
