import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isSameName } from "../../../shared/agreements/signing.ts";
import { CodeSender } from "../../borrower/CodeSender.tsx";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Checkbox } from "../../borrower/ui/Checkbox.tsx";
import { Field } from "../../borrower/ui/Field.tsx";
import { focusFault } from "../../borrower/ui/focusFault.ts";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { type Signature, SignaturePad } from "../../borrower/ui/SignaturePad.tsx";
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
  const { caseId, signerName } = confirmation;
  const [oneTimeCode, setOneTimeCode] = useState("");
  const [signature, setSignature] = useState<Signature>();
  const [consent, setConsent] = useState(false);
  const [checked, setChecked] = useState(false);
  const codeFits = /^\d{6}$/.test(oneTimeCode);
  const nameFault = faultOfName(signature, signerName);
  const signing = useSend({
    run: (given: ApplicationSignature, key) => signApplication(caseId, given, key),
    done: t("confirmations.signed"),
  });
  // Two taps in one breath come before the button can be seen to be busy.
  const sent = useRef(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sent.current) return;
    setChecked(true);
    if (!codeFits || signature === undefined || nameFault !== undefined || !consent) {
      focusFault(event.currentTarget);
      return;
    }
    sent.current = true;
    const mark =
      signature.kind === "drawn"
        ? { method: "drawn" as const, imagePng: signature.png }
        : { method: "typed" as const, typedName: signature.name };
    signing.mutate(
      { ...mark, oneTimeCode, contentHash },
      {
        onSettled: () => {
          sent.current = false;
        },
      },
    );
  };
  return (
    <form className="b-stack" onSubmit={submit} noValidate>
      <Card title={t("mySigning.signing.codeTitle")}>
        <CodeSender send={(key) => sendApplicationCode(caseId, key)} />
        <Field
          label={t("mySigning.signing.code")}
          {...(checked && !codeFits ? { error: t("mySigning.signing.codeNeeded") } : {})}
          value={oneTimeCode}
          onChange={(event) => setOneTimeCode(event.target.value.replace(/\D/g, "").slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </Card>
      <Card title={t("mySigning.signing.nameTitle")}>
        <p className="b-hint">{t("mySigning.signing.typedHint", { name: signerName ?? "" })}</p>
        <SignaturePad onChange={setSignature} />
        {checked && nameFault !== undefined && (
          <p className="b-error" role="alert">
            {t(`mySigning.signing.${nameFault}`)}
          </p>
        )}
      </Card>
      <Card title={t("mySigning.signing.consentTitle")}>
        <Checkbox
          label={<span lang="zh-CN">{confirmation.consentWording}</span>}
          checked={consent}
          onChange={(event) => setConsent(event.target.checked)}
        />
        {checked && !consent && (
          <p className="b-error" role="alert">
            {t("mySigning.signing.consentNeeded")}
          </p>
        )}
      </Card>
      {signing.error && <Problem error={signing.error} />}
      <Button type="submit" wide busy={signing.isPending}>
        {t("confirmations.sign")}
      </Button>
    </form>
  );
}

function faultOfName(
  signature: Signature | undefined,
  onFile: string | null,
): "nameNeeded" | "nameDiffers" | undefined {
  if (signature === undefined) return "nameNeeded";
  const differs = signature.kind === "typed" && onFile !== null && !isSameName(signature.name, onFile);
  return differs ? "nameDiffers" : undefined;
}
