import { Drawer, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import { monthsOf } from "../../../shared/offers/offerCost.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Money } from "../../ui/Money.tsx";
import { OfferTable } from "./OfferTable.tsx";
import { offerTitle } from "./offerTitle.ts";
import { SchedulePanel } from "./SchedulePanel.tsx";
import "./suggestions.css";

interface CompareOffersProps {
  readonly offers: readonly OfferView[];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Any two offers of a case side by side, figure by figure, and their balances in one picture. */
export function CompareOffers({ offers, open, onClose }: CompareOffersProps) {
  const { t } = useTranslation();
  const [firstId, setFirstId] = useState<string>();
  const [secondId, setSecondId] = useState<string>();
  const first = offers.find(({ id }) => id === firstId) ?? offers[1];
  const second = offers.find(({ id }) => id === secondId) ?? offers[0];
  const options = offers.map((offer) => ({
    value: offer.id,
    label: `${offerTitle(t, offer)} · ${t(`offers.status.${offer.status}`)}`,
  }));
  if (!first || !second) return null;
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={720}
      rootClassName="offer-drawer"
      title={t("plans.compare")}
      destroyOnHidden
    >
      {/* It scrolls, so the keyboard has to reach it. */}
      <section className="offer-detail" tabIndex={0} aria-label={t("plans.compare")}>
        <div className="compare-choice">
          <label htmlFor="compare-first">
            {t("plans.compareFirst")}
            <Select id="compare-first" value={first.id} options={options} onChange={setFirstId} />
          </label>
          <label htmlFor="compare-second">
            {t("plans.compareSecond")}
            <Select id="compare-second" value={second.id} options={options} onChange={setSecondId} />
          </label>
        </div>
        {first === second ? (
          <EmptyState title={t("plans.compareSame")} />
        ) : (
          <Pair first={first} second={second} />
        )}
      </section>
    </Drawer>
  );
}

function Pair({ first, second }: { readonly first: OfferView; readonly second: OfferView }) {
  const { t } = useTranslation();
  const pair = [first, second];
  return (
    <>
      <OfferTable
        caption={t("plans.compare")}
        changedNote={t("plans.compareNote")}
        columns={pair.map((offer) => ({
          key: offer.id,
          head: <strong>{offerTitle(t, offer)}</strong>,
          facts: offer,
          before: offer === second ? first : null,
        }))}
        foot={[
          {
            label: t("plans.months"),
            cells: pair.map(({ id, schedule, putAt, expiresAt }) => (
              <div key={id} className="compare-figure">
                {t("plans.monthsValue", {
                  count: monthsOf(schedule, shanghaiDateOf(new Date(putAt ?? expiresAt))),
                })}
              </div>
            )),
          },
          {
            label: t("plans.peak"),
            cells: pair.map(({ id, schedule }) => (
              <div key={id} className="compare-figure">
                <Money fen={schedule.peakFen} />
              </div>
            )),
          },
        ]}
      />
      <SchedulePanel
        schedule={second.schedule}
        start={shanghaiDateOf(new Date(first.putAt ?? first.expiresAt))}
        name={offerTitle(t, second)}
        other={{ name: offerTitle(t, first), schedule: first.schedule }}
      />
    </>
  );
}
