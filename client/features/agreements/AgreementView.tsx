import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type DataItem, DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Hash } from "../../ui/Hash.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type Agreement, translationUrl } from "./api.ts";
import { ClarityCheck } from "./ClarityCheck.tsx";
import { ScheduleTable } from "./ScheduleTable.tsx";
import { Signatures } from "./Signatures.tsx";
import "./agreements.css";

/** An agreement as data: what was agreed, who signed, when what is due, and what proves the document. */
export function AgreementView({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const { documentSha256, pageCount, contentHash, schedule, status } = agreement;
  return (
    <>
      {agreement.clarity !== null && status === "review" && <ClarityCheck lines={agreement.clarity} />}
      <div className="two-columns">
        <Panel title={t("agreements.summary")}>
          <Summary agreement={agreement} />
        </Panel>
        <Panel title={t("agreements.signatures")}>
          <Signatures agreement={agreement} />
        </Panel>
      </div>
      <details className="schedule" open={status !== "sealed"}>
        <summary>
          <h2 className="section-title">{t("agreements.schedule")}</h2>
        </summary>
        <ScheduleTable schedule={schedule} />
      </details>
      <Panel>
        <DataList
          items={[
            ...(documentSha256 === null
              ? []
              : [
                  {
                    label: t("agreements.documentHash"),
                    value: (
                      <>
                        <Hash value={documentSha256} />
                        {pageCount !== null && (
                          <span className="sub faint">{t("agreements.pages", { count: pageCount })}</span>
                        )}
                      </>
                    ),
                  },
                ]),
            ...(agreement.supersedes === null
              ? []
              : [{ label: t("amendments.supersedes"), value: agreement.supersedes.number }]),
            ...(agreement.supersededBy === null
              ? []
              : [
                  {
                    label: t("amendments.superseded"),
                    value: (
                      <Link to={`/agreements/${agreement.supersededBy}`}>{t("amendments.supersededBy")}</Link>
                    ),
                  },
                ]),
            { label: t("agreements.contentHash"), value: <Hash value={contentHash} /> },
            {
              label: t("clarity.template"),
              value:
                agreement.templateVersion === 0
                  ? t("templates.shippedVersion")
                  : t("templates.version", { version: agreement.templateVersion }),
            },
          ]}
        />
        <p className="agreement-translation">
          <a href={translationUrl(agreement.id)} download>
            {t("clarity.translation")}
          </a>
        </p>
      </Panel>
    </>
  );
}

function Summary({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const { terms, schedule, facts, totalFen } = agreement;
  const items: DataItem[] = [
    { label: t("agreements.total"), value: <Money fen={totalFen} strong /> },
    { label: t("agreements.waived"), value: <Money fen={schedule.totals.waivedFen} /> },
  ];
  if (schedule.totals.agreedInterestFen > 0)
    items.push({
      label: t("agreements.agreedInterest"),
      value: <Money fen={schedule.totals.agreedInterestFen} />,
    });
  items.push(
    { label: t("agreements.family"), value: t(`words.family.${terms.schedule.family}`) },
    { label: t("agreements.grace"), value: t("agreements.graceDays", { count: terms.graceDays }) },
    {
      label: t("agreements.payee"),
      value: (
        <>
          {terms.payeeAccount.name}
          <span className="sub tabular">
            {terms.payeeAccount.bank} {terms.payeeAccount.number}
          </span>
        </>
      ),
    },
    { label: t("agreements.asOf"), value: <DateText value={facts.statementAsOf} /> },
    { label: t("agreements.agreedOn"), value: <DateText value={facts.agreedOn} /> },
  );
  return <DataList items={items} />;
}
