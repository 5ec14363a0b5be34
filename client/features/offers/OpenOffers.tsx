import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { OfferSide, OfferView } from "../../../shared/offers/offerView.ts";
import { BreachList } from "./BreachList.tsx";
import { OfferActions } from "./OfferActions.tsx";
import { OfferHead } from "./OfferHead.tsx";
import { OfferTable } from "./OfferTable.tsx";
import { offerTitle } from "./offerTitle.ts";

interface OpenOffersProps {
  readonly running: readonly OfferView[];
  readonly find: (id: string | null) => OfferView | null;
  readonly ownOpen: boolean;
  readonly onCounter: (offer: OfferView) => void;
  readonly onOpen: (offer: OfferView) => void;
  readonly onDone: () => void;
}

const SIDES: readonly OfferSide[] = ["borrower", "platform"];

/**
 * The offer of each side next to the other; a side has at most one that can be answered. Where it has none, there stands
 * the one that the other side has just countered, so that both can still be compared.
 */
export function OpenOffers({ running, find, ownOpen, onCounter, onOpen, onDone }: OpenOffersProps) {
  const { t } = useTranslation();
  const sides = SIDES.map((side) => {
    const own = [...running, ...running.map(({ counters }) => find(counters))];
    return { side, offer: own.find((offer) => offer?.by === side) ?? null };
  });
  const present = sides.map(({ offer }) => offer);
  const judged = running.filter(({ breaches }) => breaches !== undefined && breaches.length > 0);
  const answerable = running.filter(({ abilities }) => abilities.length > 0);
  const notes = running.some(({ note }) => note !== null);
  return (
    <>
      <OfferTable
        caption={t("offers.title")}
        columns={sides.map(({ side, offer }) => ({
          key: side,
          facts: offer,
          before: find(offer?.counters ?? null),
          head: offer ? (
            <OfferHead offer={offer} countered={find(offer.counters)} />
          ) : (
            <div className={`offer-head offer-by-${side}`}>
              <strong>{t(`offers.by.${side}`)}</strong>
              <small>{t("offers.noOpen")}</small>
            </div>
          ),
        }))}
        foot={[
          ...(notes
            ? [
                {
                  label: t("offers.note"),
                  cells: present.map((offer) => offer && (offer.note ?? t("offers.noNote"))),
                },
              ]
            : []),
          {
            label: t("offers.plan"),
            cells: present.map(
              (offer) => offer && <PlanButton key={offer.id} offer={offer} onOpen={onOpen} />,
            ),
          },
        ]}
      />
      {judged.map((offer) => (
        <aside key={offer.id} className="offer-warning">
          <strong>
            {offerTitle(t, offer)} · {t("offers.breaches.title")}
          </strong>
          <BreachList breaches={offer.breaches ?? []} />
        </aside>
      ))}
      {answerable.length > 0 && (
        <div className="offer-answers">
          {answerable.map((offer) => (
            <section key={offer.id} className={`offer-answer offer-by-${offer.by}`}>
              <h3>{offerTitle(t, offer)}</h3>
              <OfferActions offer={offer} ownOpen={ownOpen} onCounter={onCounter} onDone={onDone} />
            </section>
          ))}
        </div>
      )}
    </>
  );
}

interface PlanButtonProps {
  readonly offer: OfferView;
  readonly onOpen: (offer: OfferView) => void;
}

function PlanButton({ offer, onOpen }: PlanButtonProps) {
  const { t } = useTranslation();
  const label = t("offers.plan");
  return (
    <Button size="small" onClick={() => onOpen(offer)} aria-label={`${label} ${offerTitle(t, offer)}`}>
      {label}
    </Button>
  );
}
