import { useTranslation } from "react-i18next";
import type { MinutesView } from "../../../shared/minutes/minutesView.ts";
import { formatDate, formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";

/** Minutes in full, as they are printed: who was there, what was dealt with, how it ended, what those present say. */
export function MinutesText({ minutes }: { readonly minutes: MinutesView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { present, points, outcome, outcomeRemark, general } = minutes.body;
  return (
    <article className="minutes-paper">
      <h4>{t("minutes.present")}</h4>
      {present.length === 0 && <p>{t("minutes.noOne")}</p>}
      <ul className="minutes-people">
        {present.map(({ personId, name, party, seconds, here }) => (
          <li key={personId}>
            {name} <small>{t(`minutes.partyName.${party}`)}</small>{" "}
            {!here && <small>{t("minutes.notHere")}</small>}
            {here && seconds !== null && (
              <small>{t("minutes.minutesLong", { count: Math.max(1, Math.round(seconds / 60)) })}</small>
            )}
          </li>
        ))}
      </ul>
      <h4>{t("minutes.points")}</h4>
      {points.length === 0 && <p>{t("minutes.noPoints")}</p>}
      <ol className="minutes-points">
        {points.map(({ key, at, text, remark }) => (
          <li key={key}>
            <time dateTime={at}>{formatDateTime(at, language)}</time>
            <span lang="zh-CN">{text}</span>
            {remark !== null && <q lang="zh-CN">{remark}</q>}
          </li>
        ))}
      </ol>
      <h4>{t("minutes.outcome")}</h4>
      <p lang="zh-CN">{outcome}</p>
      {outcomeRemark !== null && <p lang="zh-CN">{outcomeRemark}</p>}
      {general !== null && (
        <>
          <h4>{t("minutes.general")}</h4>
          <p lang="zh-CN">{general}</p>
        </>
      )}
    </article>
  );
}

/** What those present have said so far. */
export function MinutesWords({ minutes }: { readonly minutes: MinutesView }) {
  const { t } = useTranslation();
  if (minutes.status === "drafted") return null;
  const asked = minutes.body.present.filter(({ here, party }) => here && party !== "mediator");
  return (
    <ul className="minutes-people" aria-label={t("minutes.words")}>
      {asked.map(({ personId, name }) => {
        const said = minutes.answers.find((one) => one.personId === personId);
        return (
          <li key={personId}>
            {name}：{t(`minutes.answer.${said?.answer ?? "none"}`)}
            {said !== undefined && said.remark !== null && <q>{said.remark}</q>}
          </li>
        );
      })}
    </ul>
  );
}

/** Which session or span minutes are of. */
export function useSubject(minutes: MinutesView): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const { subject } = minutes.body;
  return subject.kind === "session"
    ? t("minutes.ofSession", { number: subject.number, from: formatDateTime(subject.from, language) })
    : subject.firstDay === subject.lastDay
      ? formatDate(subject.firstDay, language)
      : t("minutes.ofSpan", {
          first: formatDate(subject.firstDay, language),
          last: formatDate(subject.lastDay, language),
        });
}
