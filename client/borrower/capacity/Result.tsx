import { useTranslation } from "react-i18next";
import { explain } from "../../../shared/capacity/explain.ts";
import type { OwnCapacity } from "../../features/capacity/api.ts";
import { formatFen } from "../../i18n/format.ts";
import { Money } from "../../ui/Money.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Card } from "../ui/Card.tsx";
import { Notice } from "../ui/Notice.tsx";
import { monthText } from "../../features/capacity/monthText.ts";
import { ShareCard } from "./ShareCard.tsx";
import { stepPath } from "./steps.ts";
import { useLanguage } from "../../i18n/index.ts";

type Submitted = NonNullable<OwnCapacity["submitted"]>;
type Months = Submitted["assessment"]["months"];

/** The figure, how it comes about step by step, and what to do when there is none. */
export function Result({ own, submitted }: { readonly own: OwnCapacity; readonly submitted: Submitted }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { assessment } = submitted;
  const { worst, advice, provisional } = assessment;
  const other = worst.otherDebtsFen > 0 && worst.afterOtherDebtsFen < worst.capacityFen;
  return (
    <>
      {advice === null ? (
        <Card>
          <div className="b-total">
            <span>{t("myCapacity.capacity", { month: monthText(worst.month, language) })}</span>
            <strong className="money">
              <Money fen={worst.capacityFen} />
            </strong>
            <span className="b-hint">{t("myCapacity.perMonth")}</span>
          </div>
        </Card>
      ) : (
        <Notice tone="warn" title={t("myCapacity.nothing")}>
          <p>
            <strong>{t(`myCapacity.${advice}Title`)}</strong>
          </p>
          <p>{t(`myCapacity.${advice}`)}</p>
          <ButtonLink to="/case/talk">{t("myCapacity.askMediator")}</ButtonLink>
        </Notice>
      )}
      {provisional.length > 0 && (
        <Notice tone="info" title={t("myCapacity.provisionalTitle")}>
          <ul className="capacity-reasons">
            {provisional.map((reason) => (
              <li key={reason}>{t(`capacity.provisional.${reason}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {other && (
        <Notice tone="warn">
          {t("myCapacity.otherDebts", {
            amount: formatFen(worst.otherDebtsFen),
            left: formatFen(worst.afterOtherDebtsFen),
          })}
        </Notice>
      )}
      <How month={worst} />
      <Verified lines={submitted.statement.lines} />
      <MonthList months={assessment.months} />
      {own.abilities.includes("share") && worst.capacityFen > 0 && !own.changed && (
        <ShareCard own={own} capacityFen={worst.capacityFen} />
      )}
      {own.abilities.includes("save") && (
        <ButtonLink to={stepPath("review")} tone="plain">
          {t("myCapacity.change")}
        </ButtonLink>
      )}
    </>
  );
}

function How({ month }: { readonly month: Months[number] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Card
      title={t("myCapacity.howTitle")}
      aside={t("myCapacity.howMonth", { month: monthText(month.month, language) })}
    >
      <ol className="capacity-steps">
        {explain(month).map(({ step, kind, fen }) => (
          <li key={step} className={`capacity-step-${kind}`}>
            <span>
              {t(`capacity.step.${step}`)}
              <small>{t(`myCapacity.why.${step}`)}</small>
            </span>
            <Money fen={kind === "take" ? 0 - fen : fen} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What the mediator has looked at, with their remarks: nothing is said about somebody behind their back. */
function Verified({ lines }: { readonly lines: Submitted["statement"]["lines"] }) {
  const { t } = useTranslation();
  const looked = lines.filter((line) => line.evidence !== "stated" || line.remark !== null);
  if (looked.length === 0) return null;
  return (
    <Card title={t("myCapacity.verifiedTitle")}>
      <ul className="capacity-verified">
        {looked.map((line) => (
          <li key={line.key}>
            <span>{t(`capacity.line.${line.key}`)}</span>
            <span className="b-chip">{t(`capacity.evidence.${line.evidence}`)}</span>
            {line.remark !== null && <small>{line.remark}</small>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function MonthList({ months }: { readonly months: Months }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <details className="b-details">
      <summary>{t("myCapacity.monthsTitle")}</summary>
      <table className="b-table">
        <caption className="visually-hidden">{t("myCapacity.monthsTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("capacity.month")}</th>
            <th scope="col" className="b-right">
              {t("capacity.step.income")}
            </th>
            <th scope="col" className="b-right">
              {t("capacity.step.capacity")}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, incomeFen, capacityFen }) => (
            <tr key={month}>
              <th scope="row">{monthText(month, language)}</th>
              <td className="b-right">
                <Money fen={incomeFen} />
              </td>
              <td className="b-right">
                <Money fen={capacityFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
