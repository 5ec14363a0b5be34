import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { EvidenceLink } from "../exhibits/EvidenceLink.tsx";
import { BreachList } from "./BreachList.tsx";
import { OfferTable } from "./OfferTable.tsx";
import { offerTitle } from "./offerTitle.ts";
import { SchedulePanel } from "./SchedulePanel.tsx";

interface OfferDetailProps {
  /** Null while nothing is shown. */
  readonly caseId: string;
  readonly offer: OfferView | null;
  readonly countered: OfferView | null;
  readonly onClose: () => void;
}

/** One offer in full: its figures, its note, and every payment. */
export function OfferDetail({ caseId, offer, countered, onClose }: OfferDetailProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={offer !== null}
      onClose={onClose}
      size={560}
      rootClassName="offer-drawer"
      title={offer && offerTitle(t, offer)}
      destroyOnHidden
    >
      {offer && (
        // It scrolls, so the keyboard has to reach it.
        <section className="offer-detail" tabIndex={0} aria-label={offerTitle(t, offer)}>
          <OfferTable
            caption={offerTitle(t, offer)}
            columns={[
              {
                key: offer.id,
                head: t(`offers.status.${offer.status}`),
                facts: offer,
                before: countered,
              },
            ]}
            foot={[
              { label: t("offers.note"), cells: [offer.note ?? t("offers.noNote")] },
              ...(offer.exhibitId === null
                ? []
                : [
                    {
                      label: t("offers.document"),
                      cells: [<EvidenceLink key="document" caseId={caseId} exhibitId={offer.exhibitId} />],
                    },
                  ]),
            ]}
          />
          {offer.breaches && offer.breaches.length > 0 && (
            <section>
              <h3>{t("offers.breaches.title")}</h3>
              <BreachList breaches={offer.breaches} />
            </section>
          )}
          <SchedulePanel
            schedule={offer.schedule}
            start={shanghaiDateOf(new Date(offer.putAt ?? offer.expiresAt))}
            name={offerTitle(t, offer)}
          />
        </section>
      )}
    </Drawer>
  );
}
