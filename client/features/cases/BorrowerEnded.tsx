import { useTranslation } from "react-i18next";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { certificateUrl } from "./borrowerApi.ts";

/** After a mediation ended without agreement: why, the certificate, and what it means for the borrower. */
export function BorrowerEnded() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <Page
          title={t("myCase.step.terminated.title")}
          {...(file.terminationReason === null ? {} : { lead: t(`myCase.reason.${file.terminationReason}`) })}
          above={<BackLink />}
        >
          {file.abilities.includes("readCertificate") ? (
            <a className="b-button b-button-primary" href={certificateUrl(file.id)}>
              {t("myCase.tile.certificate")}
            </a>
          ) : (
            <Notice tone="info">{t("myCase.ended.preparing")}</Notice>
          )}
          <Card title={t("myCase.ended.what")}>
            <p>{t("myCase.ended.text1")}</p>
            <p>{t("myCase.ended.text2")}</p>
            <p>{t("myCase.ended.text3")}</p>
          </Card>
        </Page>
      )}
    </InCase>
  );
}
