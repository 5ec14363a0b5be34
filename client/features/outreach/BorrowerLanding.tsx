import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ApiProblem } from "../../api/problem.ts";
import { rememberedInvitation, useBorrower } from "../../borrower/session.ts";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { useCentreName } from "../../borrower/ui/Frame.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { type Landing, useLanding } from "./borrowerApi.ts";
import { Locked } from "./BorrowerLocked.tsx";
import { NoInvitation } from "./BorrowerNoInvitation.tsx";

/** The first thing somebody sees who opens the link: who asks, what for, and that it is their own choice. */
export function BorrowerLanding() {
  const { code = "" } = useParams();
  const landing = useLanding(code);
  useCentreName(landing.data?.centre.name);
  const { error } = landing;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 410))
    return <NoInvitation expired={error.status === 410} />;
  return <Loaded of={landing}>{(found) => <Invitation code={code} landing={found} />}</Loaded>;
}

function Invitation({ code, landing }: { readonly code: string; readonly landing: Landing }) {
  const { t } = useTranslation();
  const borrower = useBorrower();
  const [until] = useState(() => Date.now() + landing.retryAfterSeconds * 1000);
  const inside = borrower.data !== undefined && borrower.data !== null && rememberedInvitation() === code;
  const footer = inside ? (
    <ButtonLink to="/case">{t("arrive.enter")}</ButtonLink>
  ) : (
    <ButtonLink to={`/${code}/identify`}>{t("arrive.identify")}</ButtonLink>
  );
  return (
    <Page
      title={t("arrive.title")}
      lead={t("arrive.greeting", { name: landing.borrowerNameMasked })}
      footer={footer}
    >
      <Locked until={until} phone={landing.centre.phone} />
      <Who landing={landing} />
      {landing.representing ? (
        <Notice tone="info" title={t("representatives.landing")}>
          {t("representatives.landingNot", { phone: landing.centre.phone })}
        </Notice>
      ) : (
        <Notice tone="info">{t("arrive.voluntary")}</Notice>
      )}
      {!landing.representing && (
        <>
          <Card title={t("arrive.what")}>
            <p>{t("arrive.whatText")}</p>
            <p>{t("arrive.whatNot")}</p>
            <p>{t("arrive.whatPrivate")}</p>
          </Card>
          <NextSteps />
        </>
      )}
      {!landing.representing && (
        <nav className="b-quiet-links" aria-label={t("arrive.needHelp")}>
          <Link to={`/${code}/report?report=wrong_number`}>{t("arrive.wrongPerson")}</Link>
          <Link to={`/${code}/report?report=need_help`}>{t("arrive.needHelp")}</Link>
        </nav>
      )}
      {!landing.identified && (
        <p className="b-hint">
          {t("arrive.validUntil")} <DateText value={landing.expiresAt} />
        </p>
      )}
    </Page>
  );
}

function Who({ landing: { centre, mediator, platform } }: { readonly landing: Landing }) {
  const { t } = useTranslation();
  return (
    <Card title={t("arrive.who")}>
      <DataList
        items={[
          { label: t("arrive.mediator"), value: mediator?.name ?? t("arrive.mediatorPending") },
          { label: t("arrive.centre"), value: centre.name },
          ...(platform === null ? [] : [{ label: t("arrive.platform"), value: platform.name }]),
          { label: t("arrive.phone"), value: <a href={`tel:${centre.phone}`}>{centre.phone}</a> },
          { label: t("arrive.address"), value: centre.address },
        ]}
      />
      {mediator !== null && mediator.verificationCode !== null && (
        <a
          className="b-button b-button-plain"
          href={`/verify-mediator?code=${encodeURIComponent(mediator.verificationCode)}`}
        >
          {t("arrive.check", { code: mediator.verificationCode })}
        </a>
      )}
    </Card>
  );
}

function NextSteps() {
  const { t } = useTranslation();
  return (
    <Card title={t("arrive.next")}>
      <ol className="b-numbered">
        {(["step1", "step2", "step3"] as const).map((step) => (
          <li key={step}>
            <strong>{t(`arrive.${step}`)}</strong>
            <p>{t(`arrive.${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
