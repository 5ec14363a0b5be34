import { useTranslation } from "react-i18next";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { formatDate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { useLegalChecks } from "./api.ts";

/** Stands before the lines of debts whose limitation period has run out: admitting one may give up a defence. */
export function ExpiredWarning({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const checks = useLegalChecks(caseId);
  return (checks.data?.contracts ?? []).map(({ debtId, contractNumber, limitation }) =>
    limitation?.expired === true ? (
      <Notice key={debtId} tone="warn" title={t("lawNotice.expiredTitle")}>
        {t("lawNotice.expired", {
          contract: contractNumber,
          date: formatDate(limitation.extendedTo, language),
        })}
      </Notice>
    ) : null,
  );
}
