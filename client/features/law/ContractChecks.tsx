import { useTranslation } from "react-i18next";
import type { LineComparison } from "../../../shared/debts/compareLines.ts";
import { formatDate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { lawText } from "../../i18n/lawRules.en.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Money } from "../../ui/Money.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import { CapFigures } from "./CapFigures.tsx";
import { Confirm } from "./Confirm.tsx";
import { PaymentChecks } from "./PaymentChecks.tsx";
import type { ClaimView, ContractChecksView, LimitationView } from "./types.ts";

export function ContractChecks({ contract }: { readonly contract: ContractChecksView }) {
  return (
    <section className="law-check">
      <h3 className="tabular">{contract.contractNumber}</h3>
      <dl className="law-points">
        <Claim claim={contract.claim} />
        <LimitationPoint limitation={contract.limitation} />
        <Recomputed contract={contract} />
        {contract.payments && <PaymentChecks history={contract.payments} />}
      </dl>
    </section>
  );
}

function Claim({ claim }: { readonly claim: ClaimView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const over = claim.status === "measured" && claim.differenceFen > 0;
  return (
    <div>
      <dt>{t("law.checks.cap")}</dt>
      <dd>
        <p className={over ? "law-over" : ""}>{claim.explanation[language]}</p>
        {"rule" in claim && (
          <p className="law-source">
            {t("words.named", {
              name: lawText(claim.rule.rule, language),
              role: lawText(claim.rule.source, language),
            })}{" "}
            <Confirm rule={claim.status === "measured" ? claim : claim.rule} />
          </p>
        )}
        {claim.status === "measured" && <CapFigures claim={claim} />}
      </dd>
    </div>
  );
}

function LimitationPoint({ limitation }: { readonly limitation: LimitationView | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const label = <dt>{t("law.checks.limitation")}</dt>;
  if (limitation === null)
    return (
      <div>
        {label}
        <dd>{t("law.checks.unknownLimitation")}</dd>
      </div>
    );
  const { date, extendedTo, provisional, basis, ignored, expired, rule } = limitation;
  return (
    <div>
      {label}
      <dd>
        <p>
          {t("law.checks.until", { date: formatDate(date, language) })}{" "}
          <ToneTag tone={expired ? "bad" : "good"}>
            {t(expired ? "law.checks.expired" : "law.checks.running")}
          </ToneTag>{" "}
          <Confirm rule={rule} />
        </p>
        {extendedTo !== date && (
          <p className="law-source">
            {t("law.checks.extended", { date: formatDate(extendedTo, language) })}
            {provisional && t("law.checks.provisional")}
          </p>
        )}
        <p className="law-source">
          {t("law.checks.basis", {
            date: formatDate(basis.date, language),
            event: t(`law.restart.${basis.kind}`),
            source: lawText(basis.source, language),
          })}
        </p>
        {ignored.map((restart) => (
          <p key={`${restart.date} ${restart.kind}`} className="law-source">
            {formatDate(restart.date, language)} {t(`law.restart.${restart.kind}`)}
            {language === "en" ? ": " : "："}
            {t(`law.ignored.${restart.reason}`)}
          </p>
        ))}
      </dd>
    </div>
  );
}

function Recomputed({ contract: { recomputation, lines } }: { readonly contract: ContractChecksView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const comma = language === "en" ? ", " : "、";
  const computed = recomputation.status === "computed";
  const columns: readonly Column<LineComparison>[] = [
    {
      key: "component",
      title: t("law.checks.component"),
      leads: true,
      render: (line) => t(`words.component.${line.component}`),
    },
    {
      key: "stated",
      title: t("law.checks.stated"),
      align: "right",
      render: (line) => <Money fen={line.statedFen} />,
    },
    {
      key: "computed",
      title: t("law.checks.computed"),
      align: "right",
      render: (line) => (line.computedFen === null ? <Why line={line} /> : <Money fen={line.computedFen} />),
    },
    {
      key: "difference",
      title: t("law.checks.difference"),
      align: "right",
      render: (line) =>
        line.differenceFen === null ? (
          "—"
        ) : (
          <Money fen={line.differenceFen} strong={line.differenceFen > 0} />
        ),
    },
  ];
  return (
    <div>
      <dt>{t("law.checks.recomputed")}</dt>
      <dd>
        {computed ? (
          <>
            <DataTable
              caption={t("law.checks.recomputed")}
              columns={columns}
              rows={lines}
              rowKey={(line) => line.component}
            />
            <p className="law-source">
              {t("law.checks.assumptions", {
                list: recomputation.assumptions.map((each) => t(`law.assumption.${each}`)).join(comma),
              })}
            </p>
          </>
        ) : (
          t("law.checks.notEnough", {
            missing: recomputation.missing.map((name) => t(`law.missing.${name}`)).join(comma),
          })
        )}
      </dd>
    </div>
  );
}

function Why({ line }: { readonly line: LineComparison }) {
  const { t } = useTranslation();
  return (
    <span className="faint">
      {t(line.reason === "no_basis_in_contract" ? "law.checks.noBasis" : "law.checks.noData")}
    </span>
  );
}
