import { useTranslation } from "react-i18next";
import type { PolicyRule } from "../../../shared/plans/policyTable.ts";
import { COMPONENTS } from "../../../shared/plans/statement.ts";
import { formatFen } from "../../i18n/format.ts";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type PolicyVersion, usePolicyVersions } from "./api.ts";

/** Every version of the limits, the newest first, and who set it. */
export function PolicyHistory() {
  const { t } = useTranslation();
  const versions = usePolicyVersions();
  return (
    <Panel title={t("concessions.history")}>
      <Loaded of={versions}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t("concessions.historyEmpty")} />
          ) : (
            <ul className="policy-history">
              {items.map((version) => (
                <Version key={version.version} version={version} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Version({ version }: { readonly version: PolicyVersion }) {
  const { t } = useTranslation();
  const ruleText = useRuleText();
  return (
    <li>
      <details>
        <summary>
          {t("concessions.version", { version: version.version })} ·{" "}
          <DateText value={version.createdAt} precision="minute" />
          {version.setByName !== null && ` · ${version.setByName}`}
        </summary>
        <ol>
          {version.limits.rules.map((rule, index) => (
            // A version never changes, so neither does the place of a rule in it.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>{ruleText(rule)}</li>
          ))}
        </ol>
      </details>
    </li>
  );
}

/** A rule as one sentence. */
function useRuleText(): (rule: PolicyRule) => string {
  const { t } = useTranslation();
  return ({ when, limits }) => {
    const conditions = [
      when.minDaysOverdue === undefined ? [] : [t("concessions.ruleDays", { days: when.minDaysOverdue })],
      when.product === undefined ? [] : [when.product],
      when.riskTier === undefined ? [] : [t("concessions.ruleTier", { tier: when.riskTier })],
    ].flat();
    const waivers = COMPONENTS.map(
      (component) => `${t(`words.component.${component}`)} ${limits.maxWaiverBp[component] / 100}%`,
    );
    return t("concessions.ruleText", {
      when: conditions.length === 0 ? t("concessions.everyCase") : conditions.join(" · "),
      waivers: waivers.join(" · "),
      count: limits.maxCount,
      deferral: limits.maxDeferralMonths,
      instalment: formatFen(limits.minInstalmentFen),
      down: `${limits.minDownPaymentBp / 100}%`,
    });
  };
}
