import { useTranslation } from "react-i18next";
import { useBorrower } from "../../borrower/session.ts";
import { Notice } from "../../borrower/ui/Notice.tsx";

/** Says to somebody who acts for the borrower that they do, and how far it goes. Nothing for the borrower. */
export function ActingFor() {
  const { t } = useTranslation();
  const { data } = useBorrower();
  const acting = data?.representative;
  if (!acting) return null;
  const { scope, borrowerName } = acting;
  return (
    <Notice
      tone="info"
      title={t("representatives.banner", {
        borrower: borrowerName,
        scope: t(`representatives.scope.${scope}`),
      })}
    >
      {t(scope === "special" ? "representatives.bannerSpecial" : "representatives.bannerGeneral")}
    </Notice>
  );
}
