import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatDate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { Countdown } from "../../ui/Countdown.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Money } from "../../ui/Money.tsx";
import { StageTag } from "../../ui/StageTag.tsx";
import type { QueueItem } from "./api.ts";
import { destinationOf, opensFile } from "./destination.ts";
import { whyText } from "./whyText.ts";

interface QueueRowProps {
  readonly item: QueueItem;
  readonly next: boolean;
}

/** What to do, why, for whom, and the one button that leads there. */
export function QueueRow({ item, next }: QueueRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const why = whyText(item.why, language);
  const step = item.urgency === "waiting" ? t("words.openCase") : t(`queue.action.${item.action}.button`);
  return (
    <li className="queue-row">
      <div className="queue-what">
        <strong>{t(`queue.action.${item.action}.name`)}</strong>
        {why !== undefined && <span className="queue-why">{why}</span>}
        <span className="queue-case">
          {opensFile(item) ? (
            <Link to={`/cases/${item.caseId}`} className="tabular">
              {item.caseNumber}
            </Link>
          ) : (
            <span className="tabular">{item.caseNumber}</span>
          )}
          <span>{item.borrowerName}</span>
          <span>{item.platformName}</span>
          <Money fen={item.claimedFen} />
          <StageTag stage={item.stage} />
        </span>
      </div>
      <div className="queue-step">
        <LinkButton to={destinationOf(item)} primary={next} label={`${step} ${item.caseNumber}`}>
          {step}
        </LinkButton>
        <span className="queue-when">
          {item.dueAt === null ? (
            t("queue.waited", { date: formatDate(item.since, language) })
          ) : (
            <>
              {t("queue.due")} <Countdown until={item.dueAt} />
            </>
          )}
        </span>
      </div>
    </li>
  );
}
