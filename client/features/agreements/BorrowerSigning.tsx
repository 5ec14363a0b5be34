import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { isSameName } from "../../../shared/agreements/signing.ts";
import { ApiProblem } from "../../api/problem.ts";
import { CodeSender } from "../../borrower/CodeSender.tsx";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Checkbox } from "../../borrower/ui/Checkbox.tsx";
import { Field } from "../../borrower/ui/Field.tsx";
import { focusFault } from "../../borrower/ui/focusFault.ts";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { type Signature, SignaturePad } from "../../borrower/ui/SignaturePad.tsx";
import { clockText, useSecondsLeft } from "../../borrower/ui/useSecondsLeft.ts";
import { useSend } from "../../borrower/useSend.ts";
import { formatFen } from "../../i18n/format.ts";
import { type Agreement, useAgreementOfCase } from "./api.ts";
import { type BorrowerSignature, sendSigningCode, signAsBorrower } from "./borrowerApi.ts";
import { wasOpened } from "./openedText.ts";

/** A code to the number on file, a name by hand or by keyboard, and a sentence agreed to: then it is signed. */
export function BorrowerSigning() {
  return <InCase>{(file) => <OfCase caseId={file.id} />}</InCase>;
}

function OfCase({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const agreement = useAgreementOfCase(caseId);
  const [signed, setSigned] = useState(false);
  const back = <BackLink to="/case/agreement" label={t("mySigning.title")} />;
  if (signed) return <Done />;
  return (
    <Loaded of={agreement}>
      {(found) =>
        found?.abilities.includes("sign") && wasOpened(found.contentHash) ? (
          <Page title={t("mySigning.signing.title")} lead={t("mySigning.signing.lead")} above={back}>
            <SigningForm key={found.contentHash} agreement={found} onSigned={() => setSigned(true)} />
          </Page>
        ) : (
          <Page title={t("mySigning.signing.title")} above={back}>
            <Notice tone="info">
              {t(found?.abilities.includes("sign") ? "mySigning.openFirst" : "mySigning.signing.notNow")}
            </Notice>
            <ButtonLink to="/case/agreement">{t("mySigning.signing.reread")}</ButtonLink>
          </Page>
        )
      }
    </Loaded>
  );
}

function Done() {
  const { t } = useTranslation();
  return (
    <Page title={t("mySigning.signing.doneTitle")}>
      <Notice tone="good">{t("mySigning.signing.done")}</Notice>
      <ButtonLink to="/case">{t("mySigning.signing.doneBack")}</ButtonLink>
    </Page>
  );
}

interface SigningFormProps {
  readonly agreement: Agreement;
  readonly onSigned: () => void;
}

function SigningForm({ agreement, onSigned }: SigningFormProps) {
  const { t } = useTranslation();
  const [oneTimeCode, setOneTimeCode] = useState("");
  const [signature, setSignature] = useState<Signature>();
  const [consent, setConsent] = useState(false);
  const [checked, setChecked] = useState(false);
  const codeFits = /^\d{6}$/.test(oneTimeCode);
  const nameFault = faultOfName(signature, agreement.signerName);
  const signing = useSend({
    run: (given: BorrowerSignature, key) => signAsBorrower(agreement.id, given, key),
    onDone: onSigned,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (codeFits && signature !== undefined && nameFault === undefined && consent)
      signing.mutate({ signature, oneTimeCode, contentHash: agreement.contentHash });
    else focusFault(event.currentTarget);
  };
  return (
    <form className="b-stack" onSubmit={submit} noValidate>
      <Recap agreement={agreement} />
      <Card title={t("mySigning.signing.codeTitle")}>
        <CodeSender send={(key) => sendSigningCode(agreement.id, key)} />
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
        <p className="b-hint">{t("mySigning.signing.typedHint", { name: agreement.signerName ?? "" })}</p>
        <SignaturePad onChange={setSignature} />
        {checked && nameFault !== undefined && (
          <p className="b-error" role="alert">
            {t(`mySigning.signing.${nameFault}`)}
          </p>
        )}
      </Card>
      <Card title={t("mySigning.signing.consentTitle")}>
        <Checkbox
          label={<span lang="zh-CN">{agreement.consentWording}</span>}
          checked={consent}
          onChange={(event) => setConsent(event.target.checked)}
        />
        {checked && !consent && (
          <p className="b-error" role="alert">
            {t("mySigning.signing.consentNeeded")}
          </p>
        )}
      </Card>
      <Refused error={signing.error} />
      <Button type="submit" wide busy={signing.isPending}>
        {t("mySigning.signing.submit")}
      </Button>
    </form>
  );
}

function Recap({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const { schedule } = agreement;
  return (
    <p className="b-recap">
      {t("mySigning.signing.recap")} {agreement.number} · {t("myOffers.total")}{" "}
      <strong className="money">{formatFen(agreement.totalFen)}</strong> · {t("myOffers.monthly")}{" "}
      <strong className="money">{formatFen(schedule.peakFen)}</strong> · {t("myOffers.months")}{" "}
      {t("myOffers.monthsValue", { count: schedule.rows.filter((row) => row.kind === "instalment").length })}
    </p>
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

/** A refusal in words that say what to do: another code, a wait, or reading the changed text. */
function Refused({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation();
  if (error === null) return null;
  if (!(error instanceof ApiProblem)) return <Problem error={error} />;
  if (error.code === "terms_changed") return <Notice tone="bad">{t("mySigning.signing.changed")}</Notice>;
  if (error.code !== "code_wrong") return <Problem error={error} />;
  const { triesLeft, retryAfterSeconds } = error.params;
  if (typeof retryAfterSeconds === "number") return <Wait key={error.traceId} seconds={retryAfterSeconds} />;
  const count = typeof triesLeft === "number" ? triesLeft : 0;
  return <Notice tone="bad">{t("mySigning.signing.triesLeft", { count })}</Notice>;
}

function Wait({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation();
  const [until] = useState(() => Date.now() + seconds * 1000);
  const left = useSecondsLeft(until);
  if (left === 0) return null;
  return (
    <Notice tone="warn">
      {t("mySigning.signing.wait")} <strong className="tabular">{clockText(left)}</strong>
    </Notice>
  );
}
