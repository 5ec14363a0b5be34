import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PolicyTrialAnswer } from "../../../shared/offers/policyTrial.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { BreachList } from "../offers/BreachList.tsx";
import "../offers/offers.css";

type Changed = PolicyTrialAnswer["changed"][number];

/** What these limits would have said of past offers, beside what those in force say. */
export function TrialResult({ answer }: { readonly answer: PolicyTrialAnswer }) {
  const { t } = useTranslation();
  const { offers, insideBefore, insideAfter, changed, changedCount, version } = answer;
  const columns: Column<Changed>[] = [
    {
      key: "case",
      title: t("concessions.trialCase"),
      leads: true,
      render: ({ caseId, caseNumber }) => <Link to={`/cases/${caseId}`}>{caseNumber}</Link>,
    },
    {
      key: "offer",
      title: t("concessions.trialOffer"),
      render: ({ by, number, status }) =>
        `${t(`offers.by.${by}`)}${number === 0 ? "" : ` ${number}`} · ${t(`offers.status.${status}`)}`,
    },
    {
      key: "now",
      title: t("concessions.trialThen"),
      render: ({ inside, breaches }) =>
        inside ? t("concessions.trialInside") : <BreachList breaches={breaches} />,
    },
  ];
  return (
    <section className="policy-trial" role="status">
      <h3>{t("concessions.trialTitle")}</h3>
      {offers === 0 ? (
        <p>{t("concessions.trialNone")}</p>
      ) : (
        <>
          <p>
            {t("concessions.trialText", {
              offers,
              version,
              before: insideBefore,
              after: insideAfter,
              changed: changedCount,
            })}
          </p>
          {changed.length > 0 && (
            <DataTable
              caption={t("concessions.trialTitle")}
              columns={columns}
              rows={changed}
              rowKey={({ offerId }) => offerId}
            />
          )}
        </>
      )}
    </section>
  );
}
