import { useTranslation } from "react-i18next";
import { formatDate, formatRate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { lawText } from "../../i18n/lawRules.en.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Money } from "../../ui/Money.tsx";
import { Confirm } from "./Confirm.tsx";
import type { CapPartView, ClaimView } from "./types.ts";

type Measured = Extract<ClaimView, { status: "measured" }>;

/** How a cap check came about: each stretch with its rule and how sure we are of it, then claimed, allowed and the excess. */
export function CapFigures({ claim }: { readonly claim: Measured }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns: readonly Column<CapPartView>[] = [
    {
      key: "rule",
      title: t("law.rule"),
      leads: true,
      render: ({ rule }) => (
        <>
          {lawText(rule.rule, language)} <Confirm rule={rule} />
          <span className="sub">{lawText(rule.source, language)}</span>
        </>
      ),
    },
    {
      key: "period",
      title: t("law.checks.capPeriod"),
      render: ({ period }) =>
        t("law.checks.capDays", {
          from: formatDate(period.from, language),
          to: formatDate(period.to, language),
          count: period.days,
        }),
    },
    {
      key: "rate",
      title: t("law.checks.capRate"),
      align: "right",
      render: ({ annualPercent, lpr }) => (
        <>
          {annualPercent}%
          {lpr && (
            <span className="sub">
              LPR {formatRate(lpr.rate)} · {formatDate(lpr.from, language)}
              {!lpr.verified && ` · ${t("law.checks.lprUnverified")}`}
            </span>
          )}
        </>
      ),
    },
    {
      key: "allowed",
      title: t("law.checks.allowed"),
      align: "right",
      render: ({ allowedFen }) => <Money fen={allowedFen} />,
    },
  ];
  return (
    <details className="law-payments">
      <summary>{t("law.checks.capHow")}</summary>
      <DataTable
        caption={t("law.checks.capHow")}
        columns={columns}
        rows={claim.parts}
        rowKey={({ rule, period }) => `${rule.id} ${period.from}`}
      />
      <p className="law-source">
        {t("law.checks.claimed")} <Money fen={claim.claimedFen} /> · {t("law.checks.allowed")}{" "}
        <Money fen={claim.allowedFen} /> · {t("law.checks.excess")} <Money fen={claim.differenceFen} /> ·{" "}
        {t("planForm.said", {
          name: t("law.confidenceLabel"),
          value: t(`law.confidence.${claim.confidence}`),
        })}
      </p>
    </details>
  );
}
