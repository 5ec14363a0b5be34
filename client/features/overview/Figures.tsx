import { useTranslation } from "react-i18next";
import { Money } from "../../ui/Money.tsx";
import type { Overview } from "./api.ts";

export function Figures({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation();
  const cases = Object.values(overview.byStage).reduce((sum, count) => sum + count, 0);
  return (
    <dl className="figures">
      <div>
        <dt>{t("overview.cases")}</dt>
        <dd className="tabular">{cases}</dd>
      </div>
      <div>
        <dt>{t("overview.sealed")}</dt>
        <dd className="tabular">{overview.agreementsSealed}</dd>
      </div>
      <div>
        <dt>{t("overview.settled")}</dt>
        <dd>
          <Money fen={overview.totalSettledFen} />
        </dd>
      </div>
    </dl>
  );
}
