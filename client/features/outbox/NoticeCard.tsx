import { Button, Popover } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { type Tone, ToneTag } from "../../ui/ToneTag.tsx";
import type { Notice, NoticeStatus } from "./api.ts";

const toneOf: Record<NoticeStatus, Tone> = {
  waiting: "ended",
  ready: "waiting",
  sent: "good",
  failed: "bad",
  cancelled: "ended",
};

/** A notice word for word as it goes to a person, ready to be copied. */
export function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { link, qr, calendar, caseId, caseNumber } = notice;
  return (
    <li className="notice">
      <div className="notice-head">
        <strong>{t(`outbox.kind.${notice.kind}`)}</strong>
        <ToneTag tone={toneOf[notice.status]}>{t(`outbox.status.${notice.status}`)}</ToneTag>
        {notice.status === "waiting" && (
          <span className="faint">
            {t("outbox.notBefore", { time: formatDateTime(notice.notBefore, language) })}
          </span>
        )}
        <span className="notice-when faint">
          <DateText value={notice.createdAt} precision="minute" />
        </span>
      </div>
      <p className="notice-to in-text">
        {t("outbox.to")} {notice.recipientName} <span className="tabular">{notice.recipient}</span> ·{" "}
        {t(`outbox.channel.${notice.channel}`)}
        {caseId !== null && caseNumber !== null && (
          <>
            {" · "}
            <Link to={`/cases/${caseId}`} className="tabular">
              {caseNumber}
            </Link>
          </>
        )}
      </p>
      <p className="notice-body">{notice.body}</p>
      <div className="button-row">
        <CopyButton text={notice.body} label={t("outbox.copyText")} />
        {link !== null && <CopyButton text={link} label={t("outbox.copyLink")} />}
        {calendar !== null && (
          <Button
            size="small"
            href={`data:text/calendar;charset=utf-8,${encodeURIComponent(calendar)}`}
            download="meeting.ics"
          >
            {t("outbox.calendar")}
          </Button>
        )}
        {typeof qr === "string" && (
          <Popover
            trigger="click"
            content={<img src={qr} alt={t("outbox.qrAlt")} width={220} height={220} />}
          >
            <Button size="small">{t("outbox.showQr")}</Button>
          </Popover>
        )}
      </div>
    </li>
  );
}
