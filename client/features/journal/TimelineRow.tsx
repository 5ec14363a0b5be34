import { EyeOutlined, LockOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { PARTIES } from "../../../shared/journal/audience.ts";
import { useLanguage } from "../../i18n/index.ts";
import { DateText } from "../../ui/DateText.tsx";
import { usePartyList } from "../cases/usePartyList.ts";
import type { ReadableEvent, TimelineItem } from "./api.ts";
import { eventSentence } from "./sentence.ts";

/** One line of the record. What is confidential to this viewer shows that it is there, and nothing of it. */
export function TimelineRow({ item }: { readonly item: TimelineItem }) {
  const { t } = useTranslation();
  const sealed = item.sealed === true;
  return (
    <li className={sealed ? "timeline-row timeline-sealed" : "timeline-row"}>
      <DateText value={item.at} precision="time" />
      {sealed ? (
        <span>
          <LockOutlined aria-hidden /> {t("journal.sealedRow")}{" "}
          <span className="faint">{t("journal.sealedNote")}</span>
        </span>
      ) : (
        <Readable event={item} />
      )}
      {item.seq !== undefined && item.hash !== undefined && (
        <span className="timeline-place faint tabular" title={t("journal.fingerprint", { hash: item.hash })}>
          {t("journal.seq", { seq: item.seq })}
        </span>
      )}
    </li>
  );
}

function Readable({ event }: { readonly event: ReadableEvent }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = usePartyList();
  const { actor, audience } = event;
  const confined = audience.length < PARTIES.length;
  const side = t(actor.as ? `representatives.as.${actor.as}` : `words.party.${actor.party}`);
  return (
    <span>
      <span className="timeline-actor">
        {actor.party === "system" ? side : t("words.named", { name: actor.name, role: side })}
      </span>{" "}
      <span className="timeline-text">{eventSentence(event, language)}</span>
      {confined && (
        <span className="timeline-readers">
          <EyeOutlined aria-hidden /> {t("journal.readableBy", { parties: list(audience) })}
        </span>
      )}
    </span>
  );
}
