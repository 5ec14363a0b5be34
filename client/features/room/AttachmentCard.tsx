import { useTranslation } from "react-i18next";
import type { Channel } from "../../../shared/journal/events.ts";
import type { Attachment } from "../../../shared/rooms/attachment.ts";
import { sizeText } from "./sizeText.ts";
import "./attachment.css";

interface AttachmentCardProps {
  readonly attachment: Attachment;
  readonly channel: Channel;
  readonly withdrawn: boolean;
}

/** A document in the conversation: what it is, how large, and who may see it. Opening it asks the server again. */
export function AttachmentCard({ attachment, channel, withdrawn }: AttachmentCardProps) {
  const { t } = useTranslation();
  const { exhibitId, name, fileName, bytes, pageCount, disclosure } = attachment;
  const facts = [fileName, sizeText(bytes), t("safety.attach.pages", { count: pageCount })];
  return (
    <div className={withdrawn ? "attachment attachment-withdrawn" : "attachment"}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M5 2.500h6.500L15.500 6.500v11h-10.500zM11.500 2.500v4h4" />
      </svg>
      <div>
        {withdrawn ? (
          <strong>{t("safety.attach.withdrawn")}</strong>
        ) : (
          <a href={`/api/exhibits/${exhibitId}/file`} aria-label={t("safety.attach.open", { name })}>
            {name}
          </a>
        )}
        <p>{facts.join(" · ")}</p>
        <p>
          {t("safety.attach.seenBy", { readers: t(`safety.attach.readersOf.${channel}`) })} ·{" "}
          {t(`safety.attach.disclosure.${disclosure}`)}
        </p>
      </div>
    </div>
  );
}
