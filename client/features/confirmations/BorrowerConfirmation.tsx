import { useTranslation } from "react-i18next";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { SignatureForm } from "../../borrower/ui/SignatureForm.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { DataList } from "../../ui/DataList.tsx";
import {
  type ApplicationSignature,
  type Confirmation,
  paperUrl,
  signApplication,
  useConfirmation,
} from "./api.ts";
import { sendApplicationCode } from "./borrowerApi.ts";
import { TimeLeft } from "./TimeLeft.tsx";

/** The joint application to the court: what it is, its text, and the borrower's signature under it. */
export function BorrowerConfirmation() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <Page title={t("confirmations.title")} above={<BackLink to="/case/plan" label={t("myPlan.title")} />}>
          <OfCase caseId={file.id} />
        </Page>
      )}
    </InCase>
  );
}

function OfCase({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const confirmation = useConfirmation(caseId);
  return (
    <Loaded of={confirmation}>
      {(found) =>
        found === null ? (
          <Card title={t("confirmations.none")}>
            <p>{t("confirmations.noneText")}</p>
          </Card>
        ) : (
          <>
            <State confirmation={found} />
            {found.abilities.includes("sign") && found.contentHash !== null && (
              <SigningForm key={found.contentHash} confirmation={found} contentHash={found.contentHash} />
            )}
          </>
        )
      }
    </Loaded>
  );
}

function State({ confirmation }: { readonly confirmation: Confirmation }) {
  const { t } = useTranslation();
  const { status, court, caseId, abilities, rule } = confirmation;
  return (
    <Card aside={<span className="b-chip">{t(`confirmations.status.${status}`)}</span>}>
      <p>{t("confirmations.intro", { days: rule.days })}</p>
      <DataList
        items={[
          { label: t("confirmations.agreement"), value: confirmation.agreementNumber },
          { label: t("confirmations.deadline"), value: <TimeLeft confirmation={confirmation} /> },
          ...(court === null ? [] : [{ label: t("confirmations.court"), value: court }]),
        ]}
      />
      {abilities.includes("application") && (
        <a className="b-button b-button-plain" href={paperUrl(caseId, "application.pdf")}>
          {t("confirmations.application")}
        </a>
      )}
      {abilities.includes("ruling") && (
        <a className="b-button b-button-plain" href={paperUrl(caseId, "ruling")}>
          {t("confirmations.ruling")}
        </a>
      )}
    </Card>
  );
}

interface SigningFormProps {
  readonly confirmation: Confirmation;
  readonly contentHash: string;
}

function SigningForm({ confirmation, contentHash }: SigningFormProps) {
  const { t } = useTranslation();
  const { caseId } = confirmation;
  const signing = useSend({
    run: (given: ApplicationSignature, key) => signApplication(caseId, given, key),
    done: t("confirmations.signed"),
  });
  return (
    <SignatureForm
      signerName={confirmation.signerName}
      wording={confirmation.consentWording}
      submitLabel={t("confirmations.sign")}
      busy={signing.isPending}
      refused={signing.error && <Problem error={signing.error} />}
      sendCode={(key) => sendApplicationCode(caseId, key)}
      onSign={({ signature, oneTimeCode }, settled) => {
        const mark =
          signature.kind === "drawn"
            ? { method: "drawn" as const, imagePng: signature.png }
            : { method: "typed" as const, typedName: signature.name };
        signing.mutate({ ...mark, oneTimeCode, contentHash }, { onSettled: settled });
      }}
    />
  );
}
