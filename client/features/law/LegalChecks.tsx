import { useTranslation } from "react-i18next";
import { formatDate, formatFen } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { DataList } from "../../ui/DataList.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useLegalChecks } from "./api.ts";
import { ContractChecks } from "./ContractChecks.tsx";
import { Confirm } from "./Confirm.tsx";
import type { LegalChecksView } from "./types.ts";
import "./law.css";

/** What the dated rules say about a case; the same for everybody in it. */
export function LegalChecks({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const checks = useLegalChecks(caseId);
  return (
    <Panel title={t("law.checks.title")}>
      <Loaded of={checks}>
        {(data) => (
          <div className="law-checks">
            <p className="hint">
              {t("law.checks.asOf", { date: formatDate(data.asOf, language), version: data.lawVersion })}
            </p>
            {data.contracts.map((contract) => (
              <ContractChecks key={contract.debtId} contract={contract} />
            ))}
            <Court court={data.court} />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function Court({ court: { fee, smallClaims } }: { readonly court: LegalChecksView["court"] }) {
  const { t } = useTranslation();
  const small =
    smallClaims.status === "not_assessed"
      ? t("law.checks.notAssessed")
      : t(`law.checks.${smallClaims.status}`, {
          limit: formatFen(smallClaims.limitFen),
          province: smallClaims.province,
        });
  return (
    <section className="law-check">
      <h3>{t("law.checks.court")}</h3>
      <DataList
        items={[
          { label: t("law.checks.fullFee"), value: <Money fen={fee.fullFen} /> },
          { label: t("law.checks.halfFee"), value: <Money fen={fee.halfFen} /> },
          { label: t("law.checks.paymentOrderFee"), value: <Money fen={fee.paymentOrderFen} /> },
          {
            label: t("law.checks.smallClaims"),
            value: (
              <>
                {small} {smallClaims.status !== "not_assessed" && <Confirm rule={smallClaims.rule} />}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
