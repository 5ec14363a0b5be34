import { useState } from "react";
import { useTranslation } from "react-i18next";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { useBorrower } from "../../borrower/session.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { CopyLine } from "../../borrower/ui/CopyLine.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { PARTIES } from "../../../shared/journal/audience.ts";
import { ScheduleTable } from "../offers/BorrowerScheduleTable.tsx";
import { TermsFigures } from "../offers/BorrowerFigures.tsx";
import { type Agreement, documentUrl, useAgreementOfCase } from "./api.ts";
import { RefuseSheet } from "./BorrowerRefuse.tsx";
import { lastMinuteOf } from "./lastMinute.ts";
import { PageReader } from "./PageReader.tsx";
import { useReading } from "./readingApi.ts";

/** The agreement: what it says in plain words, its full text, and only then the way to sign it. */
export function BorrowerAgreement() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <Page title={t("mySigning.title")} above={<BackLink />}>
          <OfCase caseId={file.id} />
        </Page>
      )}
    </InCase>
  );
}

function OfCase({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const agreement = useAgreementOfCase(caseId);
  return (
    <Loaded of={agreement}>
      {(found) =>
        found === null ? (
          <Card title={t("mySigning.none")}>
            <p>{t("mySigning.noneText")}</p>
          </Card>
        ) : (
          <Text agreement={found} />
        )
      }
    </Loaded>
  );
}

function Text({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const signed = agreement.signatures.some((signature) => signature.party === "borrower");
  const lead = agreement.status === "signing" && signed ? "signedByMe" : agreement.status;
  return (
    <>
      <Notice tone={agreement.status === "sealed" ? "good" : "info"}>{t(`mySigning.lead.${lead}`)}</Notice>
      <Term agreement={agreement} />
      <Card
        title={t("mySigning.summary")}
        aside={<span className="b-chip">{t(`mySigning.status.${agreement.status}`)}</span>}
      >
        <TermsFigures terms={agreement.terms} schedule={agreement.schedule} />
        <ScheduleTable schedule={agreement.schedule} />
      </Card>
      <Card title={t("mySigning.plain")}>
        <ul className="b-points">
          <li>{t("mySigning.keep")}</li>
          <li>{t("mySigning.noFee")}</li>
          <li>{t("mySigning.payInto")}</li>
        </ul>
      </Card>
      <Parties agreement={agreement} />
      {agreement.status === "sealed" ? <Sealed agreement={agreement} /> : <Reading agreement={agreement} />}
    </>
  );
}

function Parties({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const { facts, signatures } = agreement;
  return (
    <Card title={t("mySigning.signatures")}>
      <DataList
        items={[
          { label: t("mySigning.number"), value: agreement.number },
          ...PARTIES.map((party) => {
            const signature = signatures.find((one) => one.party === party);
            return {
              label: t(`mySigning.${party}`),
              value: (
                <>
                  {facts[party]}
                  <br />
                  {signature ? (
                    <span className="b-good">
                      {t("mySigning.signedAt")} <DateText value={signature.signedAt} precision="minute" />
                    </span>
                  ) : (
                    <span className="b-hint">{t("mySigning.notSigned")}</span>
                  )}
                </>
              ),
            };
          }),
        ]}
      />
    </Card>
  );
}

/** Before it is in force: the whole text page by page, then signing, asking or saying no. */
function Reading({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const reading = useReading(agreement.id, agreement.contentHash);
  const [refusing, setRefusing] = useState(false);
  const maySign = agreement.abilities.includes("sign");
  const open =
    agreement.status === "review" || agreement.status === "signing" || agreement.status === "signed";
  const { data: me } = useBorrower();
  const acting = me?.representative !== null && me?.representative !== undefined;
  const allRead = reading.data?.left.length === 0;
  return (
    <>
      {open && (
        <Card title={t("mySigning.fullText")}>
          <Loaded of={reading}>
            {(found) => <PageReader key={found.contentHash} agreementId={agreement.id} reading={found} />}
          </Loaded>
          <CopyLine label={t("mySigning.contentHash")} text={agreement.contentHash} />
          <p className="b-hint">{t("mySigning.contentHashText")}</p>
          <a href={documentUrl(agreement.id)}>{t("mySigning.openDraft")}</a>
        </Card>
      )}
      {open && !acting && agreement.facts.representative !== null && (
        <Notice tone="info">{t("representatives.signs", { name: agreement.facts.representative })}</Notice>
      )}
      {maySign && (
        <div className="b-acts">
          {allRead ? (
            <ButtonLink to="/case/agreement/sign">{t("mySigning.sign")}</ButtonLink>
          ) : (
            <p className="b-hint">{t("mySigning.readFirst")}</p>
          )}
          <ButtonLink to="/case/talk?with=caucus" tone="plain">
            {t("mySigning.ask")}
          </ButtonLink>
        </div>
      )}
      {agreement.abilities.includes("refuse") && (
        <Button tone="quiet" onClick={() => setRefusing(true)}>
          {t("mySigning.refuse")}
        </Button>
      )}
      <RefuseSheet agreementId={agreement.id} open={refusing} onClose={() => setRefusing(false)} />
    </>
  );
}

/** Until when it can be signed, or that others sign first. */
function Term({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const { deadline, status, inTurn, signatures } = agreement;
  if (status !== "signing" || signatures.some((signature) => signature.party === "borrower")) return null;
  return (
    <>
      {deadline !== null && (
        <Notice tone="info">
          {t("mySigning.until")} <DateText value={lastMinuteOf(deadline)} precision="minute" />
        </Notice>
      )}
      {!inTurn.includes("borrower") && <Notice tone="info">{t("mySigning.othersFirst")}</Notice>}
    </>
  );
}

function Sealed({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  return (
    <>
      <a className="b-button b-button-primary" href={documentUrl(agreement.id)}>
        {t("mySigning.download")}
      </a>
      <ButtonLink to="/case/plan" tone="plain">
        {t("mySigning.plan")}
      </ButtonLink>
      {agreement.documentSha256 !== null && (
        <Card>
          <CopyLine label={t("mySigning.sha")} text={agreement.documentSha256} />
          <p className="b-hint">{t("mySigning.shaText")}</p>
        </Card>
      )}
    </>
  );
}
