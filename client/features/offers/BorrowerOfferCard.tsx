import { useTranslation } from "react-i18next";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { changeNames } from "./borrowerChanges.ts";
import { ScheduleTable } from "./BorrowerScheduleTable.tsx";
import { TermsFigures } from "./BorrowerFigures.tsx";

export type OfferAct = "accept" | "decline" | "withdraw";

interface OfferCardProps {
  readonly offer: OfferView;
  readonly onAct?: (act: OfferAct, offer: OfferView) => void;
}

const TITLES = {
  platform: "myOffers.fromPlatform",
  borrower: "myOffers.fromMe",
  mediator: "myOffers.fromMediator",
} as const;

/** One offer with everything it means, and what can be done about it. */
export function OfferCard({ offer, onAct }: OfferCardProps) {
  const { t } = useTranslation();
  const title = t(TITLES[offer.by], { number: offer.number });
  const open = offer.status === "open";
  const status = (
    <span className={open ? "b-chip b-chip-open" : "b-chip"}>{t(`myOffers.status.${offer.status}`)}</span>
  );
  const changed = changeNames(offer.changed);
  return (
    <Card title={title} aside={status}>
      <TermsFigures terms={offer.terms} schedule={offer.schedule} />
      {changed.length > 0 && (
        <p className="b-hint">
          {t("myOffers.changed")}
          {": "}
          {changed.map((name) => t(`myOffers.change.${name}`)).join(" · ")}
        </p>
      )}
      {offer.note !== null && (
        <blockquote className="b-quote">
          <span className="b-hint">{t("myOffers.note")}</span>
          <p>{offer.note}</p>
        </blockquote>
      )}
      {offer.exhibitId !== null && (
        <p>
          <a href={`/api/exhibits/${offer.exhibitId}/file`}>{t("myOffers.document")}</a>
        </p>
      )}
      <ScheduleTable schedule={offer.schedule} />
      {open && (
        <p className="b-hint">
          {t("myOffers.validFor")} <Countdown until={offer.expiresAt} /> ·{" "}
          <DateText value={offer.expiresAt} precision="minute" />
          {offer.extended && <> · {t("myOffers.extended")}</>}
        </p>
      )}
      {onAct && <Acts offer={offer} onAct={onAct} />}
    </Card>
  );
}

function Acts({ offer, onAct }: Required<OfferCardProps>) {
  const { t } = useTranslation();
  const may = (ability: (typeof offer.abilities)[number]) => offer.abilities.includes(ability);
  if (offer.abilities.length === 0) return null;
  return (
    <div className="b-acts">
      {may("accept") && (
        <Button wide onClick={() => onAct("accept", offer)}>
          {t("myOffers.accept")}
        </Button>
      )}
      {may("counter") && (
        <ButtonLink to={`/case/offers/new?counters=${offer.id}`} tone="plain">
          {t("myOffers.counterThis")}
        </ButtonLink>
      )}
      {may("decline") && (
        <Button wide tone="quiet" onClick={() => onAct("decline", offer)}>
          {t("myOffers.decline")}
        </Button>
      )}
      {may("withdraw") && (
        <Button wide tone="plain" onClick={() => onAct("withdraw", offer)}>
          {t("myOffers.withdraw")}
        </Button>
      )}
    </div>
  );
}
