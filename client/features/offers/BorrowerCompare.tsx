import { useState } from "react";
import { useTranslation } from "react-i18next";
import { figuresOf, type OfferFigures } from "../../../shared/offers/offerFigures.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import { useBorrowerOffers } from "./borrowerApi.ts";
import { comparedRows, type ComparedRow } from "./borrowerCompare.ts";
import "./borrowerPlans.css";

/** Any two offers of the case side by side. */
export function BorrowerCompare() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <Page title={t("plans.compare")} above={<BackLink to="/case/offers" label={t("myOffers.title")} />}>
          <Compare caseId={file.id} />
        </Page>
      )}
    </InCase>
  );
}

function Compare({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const offers = useBorrowerOffers(caseId);
  const [chosen, setChosen] = useState<{ first?: string; second?: string }>({});
  return (
    <Loaded of={offers}>
      {(all) => {
        const first = all.find(({ id }) => id === chosen.first) ?? all[1];
        const second = all.find(({ id }) => id === chosen.second) ?? all[0];
        if (!first || !second) return <Notice tone="info">{t("plans.compareNone")}</Notice>;
        return (
          <Card>
            <div className="b-compare-choice">
              <Choice
                label={t("plans.compareFirst")}
                offers={all}
                value={first.id}
                onChange={(id) => setChosen({ ...chosen, first: id })}
              />
              <Choice
                label={t("plans.compareSecond")}
                offers={all}
                value={second.id}
                onChange={(id) => setChosen({ ...chosen, second: id })}
              />
            </div>
            {first === second ? (
              <Notice tone="info">{t("plans.compareSame")}</Notice>
            ) : (
              <Table first={first} second={second} />
            )}
          </Card>
        );
      }}
    </Loaded>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly offers: readonly OfferView[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Choice({ label, offers, value, onChange }: ChoiceProps) {
  const name = useOfferName();
  return (
    <label>
      {label}
      <select className="b-input" value={value} onChange={(event) => onChange(event.target.value)}>
        {offers.map((offer) => (
          <option key={offer.id} value={offer.id}>
            {name(offer)}
          </option>
        ))}
      </select>
    </label>
  );
}

function useOfferName(): (offer: OfferView) => string {
  const { t } = useTranslation();
  return ({ by, number }) => t(by === "platform" ? "myOffers.fromPlatform" : "myOffers.fromMe", { number });
}

function Table({ first, second }: { readonly first: OfferView; readonly second: OfferView }) {
  const { t } = useTranslation();
  const name = useOfferName();
  const [before, after] = [first, second].map(({ terms, schedule }) => figuresOf(terms, schedule));
  if (!before || !after) return null;
  const rows = comparedRows(before, after);
  return (
    <>
      <table className="b-compare">
        <caption className="visually-hidden">{t("plans.compare")}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{name(first)}</th>
            <th scope="col">{name(second)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.changed ? "b-compare-changed" : undefined}>
              <th scope="row">
                {row.changed && (
                  <span className="b-compare-mark">
                    <span aria-hidden="true">◆ </span>
                    <span className="visually-hidden">{t("plans.different")} </span>
                  </span>
                )}
                {t(`plans.figure.${row.key}`)}
              </th>
              <td>
                <Value row={row} figures={before} />
              </td>
              <td>
                <Value row={row} figures={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.some(({ changed }) => changed) && <p className="b-hint">{t("plans.compareNote")}</p>}
    </>
  );
}

function Value({ row, figures }: { readonly row: ComparedRow; readonly figures: OfferFigures }) {
  const { t } = useTranslation();
  switch (row.figure) {
    case "count":
      return t("myOffers.monthsValue", { count: figures.count });
    case "family":
      return t(`planForm.familyOf.${figures.family}`);
    case "early":
      return t(`planForm.earlyOf.${figures.early}`);
    case "settledEarly":
      return t(`planForm.settledEarlyOf.${figures.settledEarly}`);
    case "partial":
      return t(`planForm.partialOf.${figures.partial}`);
    case "missed":
      return t(`planForm.missedOf.${figures.missed}`);
    case "acceleration":
      return t(`planForm.accelerationOf.${figures.acceleration}`);
    case "graceDays":
    case "missedBeforeAcceleration":
      return String(figures[row.figure]);
    case "firstDue":
    case "lastDue":
      return <DateText value={figures[row.figure]} />;
    default:
      return <Money fen={figures[row.figure]} />;
  }
}
