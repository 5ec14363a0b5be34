import { useTranslation } from "react-i18next";
import type { Overview } from "./api.ts";

const STEPS = ["invited", "opened", "identified", "consented"] as const;

/** How many of those invited came how far. */
export function Funnel({ funnel }: { readonly funnel: Overview["funnel"] }) {
  const { t } = useTranslation();
  const share = (count: number) => (funnel.invited === 0 ? 0 : Math.round((100 * count) / funnel.invited));
  return (
    <ol className="bars">
      {STEPS.map((step) => (
        <li key={step}>
          <span className="bar-name">{t(`overview.${step}`)}</span>
          <span className="bar-count tabular">
            {step !== "invited" && funnel.invited > 0 && (
              <small title={t("overview.ofInvited", { percent: share(funnel[step]) })}>
                {share(funnel[step])}%
              </small>
            )}
            {funnel[step]}
          </span>
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${share(funnel[step])}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}
