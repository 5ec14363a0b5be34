import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import { offerTitle } from "./offerTitle.ts";

interface OfferHistoryProps {
  readonly offers: readonly OfferView[];
  readonly onOpen: (offer: OfferView) => void;
}

/** The offers that can no longer be answered, the newest first. */
export function OfferHistory({ offers, onOpen }: OfferHistoryProps) {
  const { t } = useTranslation();
  if (offers.length === 0) return null;
  return (
    <section className="offer-history">
      <h3>{t("offers.earlier")}</h3>
      <ul>
        {offers.map((offer) => (
          <li key={offer.id} className={`offer-by-${offer.by}`}>
            <div>
              <strong>{offerTitle(t, offer)}</strong>
              <span className="offer-faint">{t(`offers.status.${offer.status}`)}</span>
            </div>
            <div>
              <span>
                <Money fen={offer.totals.totalFen} /> ·{" "}
                {t("offers.instalments", { count: offer.terms.schedule.count })}
              </span>
              {offer.putAt !== null && <DateText value={offer.putAt} precision="minute" />}
            </div>
            <Button
              type="link"
              size="small"
              onClick={() => onOpen(offer)}
              aria-label={`${t("offers.plan")} ${offerTitle(t, offer)}`}
            >
              {t("offers.plan")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
