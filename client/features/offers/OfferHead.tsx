import { ClockCircleOutlined } from "@ant-design/icons";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { Countdown } from "../../ui/Countdown.tsx";
import { offerTitle } from "./offerTitle.ts";

/** Whose offer it is, which, how it stands and how long it still does. */
export function OfferHead({
  offer,
  countered,
}: {
  readonly offer: OfferView;
  readonly countered: OfferView | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const waits = offer.status === "awaiting_approval";
  return (
    <div className={`offer-head offer-by-${offer.by}`}>
      <strong>{offerTitle(t, offer)}</strong>
      {waits && <Tag color="warning">{t("offers.status.awaiting_approval")}</Tag>}
      {offer.acceptanceApproval && (
        <Tag color="warning">{t(`offers.acceptance.${offer.acceptanceApproval}`)}</Tag>
      )}
      {countered && <small>{t("offers.counters", { number: countered.number })}</small>}
      {waits || offer.status === "open" ? (
        <small className="offer-expiry" title={formatDateTime(offer.expiresAt, language)}>
          <ClockCircleOutlined aria-hidden /> {t("offers.expires")} <Countdown until={offer.expiresAt} />
          {offer.extended && <> · {t("offers.extended")}</>}
        </small>
      ) : (
        <small>{t(`offers.status.${offer.status}`)}</small>
      )}
    </div>
  );
}
