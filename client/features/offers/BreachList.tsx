import { useTranslation } from "react-i18next";
import type { PolicyBreach } from "../../../shared/plans/policy.ts";
import { formatFen } from "../../i18n/format.ts";

/** Each limit of the concession policy that terms go beyond, with both figures. */
export function BreachList({ breaches }: { readonly breaches: readonly PolicyBreach[] }) {
  const breachText = useBreachText();
  return (
    <ul className="breach-list">
      {breaches.map((breach) => (
        <li key={`${breach.limit} ${breach.component ?? ""}`}>{breachText(breach)}</li>
      ))}
    </ul>
  );
}

function useBreachText(): (breach: PolicyBreach) => string {
  const { t } = useTranslation();
  return ({ limit, component, allowed, proposed }) => {
    const share = { allowed: percent(allowed), proposed: percent(proposed) };
    switch (limit) {
      case "maxWaiverBp":
        return t("offers.breaches.waiver", {
          component: t(`words.component.${component ?? "principal"}`),
          ...share,
        });
      case "minDownPaymentBp":
        return t("offers.breaches.minDownPaymentBp", share);
      case "minInstalmentFen":
        return t("offers.breaches.minInstalmentFen", {
          allowed: formatFen(allowed),
          proposed: formatFen(proposed),
        });
      case "maxCount":
      case "maxDeferralMonths":
        return t(`offers.breaches.${limit}`, { allowed, proposed });
    }
  };
}

function percent(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
