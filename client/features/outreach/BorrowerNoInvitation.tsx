import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";

/** The link leads nowhere any more, or never did; what can be done about it. */
export function NoInvitation({ expired }: { readonly expired: boolean }) {
  const { t } = useTranslation();
  return (
    <Page
      title={t(expired ? "arrive.expiredTitle" : "arrive.unknownTitle")}
      lead={t(expired ? "arrive.expiredText" : "arrive.unknownText")}
    >
      {expired && <Notice tone="info">{t("arrive.expiredCalm")}</Notice>}
      <ButtonLink to="/">{t("arrive.unknownTry")}</ButtonLink>
      <a className="b-button b-button-quiet" href="/verify-mediator">
        {t("borrowerShell.verify")}
      </a>
    </Page>
  );
}
