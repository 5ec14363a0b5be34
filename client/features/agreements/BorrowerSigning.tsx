import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
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
import { useReading } from "./readingApi.ts";

/** A code to the number on file, a name by hand or by keyboard, and a sentence agreed to: then it is signed. */
export function BorrowerSigning() {
  return <InCase>{(file) => <OfCase caseId={file.id} />}</InCase>;
}

function OfCase({ caseId }: { readonly caseId: string }) {
  const agreement = useAgreementOfCase(caseId);
  return (
    <Loaded of={agreement}>
      {(found) => (found === null ? <NotNow /> : <OfAgreement agreement={found} />)}
    </Loaded>
  );
}

function OfAgreement({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const reading = useReading(agreement.id, agreement.contentHash);
  const [signed, setSigned] = useState(false);
  // Also when it was signed in another window meanwhile.
  if (signed || agreement.signatures.some((signature) => signature.party === "borrower")) return <Done />;
  if (!agreement.abilities.includes("sign")) return <NotNow />;
  return (
    <Loaded of={reading}>
      {({ left }) =>
        left.length > 0 ? (
          <NotNow unread />
        ) : (
          <Page title={t("mySigning.signing.title")} lead={t("mySigning.signing.lead")} above={<Back />}>
            <SigningForm key={agreement.contentHash} agreement={agreement} onSigned={() => setSigned(true)} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Back() {
  const { t } = useTranslation();
  return <BackLink to="/case/agreement" label={t("mySigning.title")} />;
}

function NotNow({ unread = false }: { readonly unread?: boolean }) {
  const { t } = useTranslation();
  return (
    <Page title={t("mySigning.signing.title")} above={<Back />}>
      <Notice tone="info">{t(unread ? "mySigning.readFirst" : "mySigning.signing.notNow")}</Notice>
      <ButtonLink to="/case/agreement">{t("mySigning.signing.reread")}</ButtonLink>
    </Page>
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
  const queries = useQueryClient();
  const signing = useSend({
    run: (given: BorrowerSignature, key) => signAsBorrower(agreement.id, given, key),
    onDone: onSigned,
  });
  // Two taps in one breath come before the button can be seen to be busy.
  const sent = useRef(false);
  const { contentHash, consentVersion } = agreement;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sent.current) return;
    setChecked(true);
    if (!codeFits || signature === undefined || nameFault !== undefined || !consent) {
      focusFault(event.currentTarget);
      return;
    }
    sent.current = true;
    signing.mutate(
      { signature, oneTimeCode, contentHash, consentVersion },
      {
        onError: () => void queries.invalidateQueries({ queryKey: ["case-agreement"] }),
        onSettled: () => {
          sent.current = false;
        },
      },
    );
  };
  const missing = checked ? missingParts({ codeFits, named: nameFault === undefined, consent }) : [];
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
      {missing.length > 0 && (
        <Notice tone="warn">
          {t("mySigning.signing.missing", {
            parts: missing
              .map((part) => t(`mySigning.signing.part.${part}`))
              .join(t("mySigning.signing.and")),
          })}
        </Notice>
      )}
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

/** What still keeps a tap from signing; said beside the button, so that no tap is without an answer. */
function missingParts(given: { codeFits: boolean; named: boolean; consent: boolean }) {
  const parts: ("code" | "name" | "consent")[] = [];
  if (!given.codeFits) parts.push("code");
  if (!given.named) parts.push("name");
  if (!given.consent) parts.push("consent");
  return parts;
}

function faultOfName(
  signature: Signature | undefined,
  onFile: string | null,
): "nameNeeded" | "nameDiffers" | undefined {
  if (signature === undefined) return "nameNeeded";
  const differs = signature.kind === "typed" && onFile !== null && !isSameName(signature.name, onFile);
  return differs ? "nameDiffers" : undefined;
}

/** Refusals that mean something of their own here. */
const SAID = [
  "terms_changed",
  "code_expired",
  "already_done",
  "not_your_turn",
  "not_read",
  "deadline_passed",
  "case_paused",
  "stage_forbids",
] as const;

/** A refusal in words that say what to do: another code, a wait, or reading the changed text. */
function Refused({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation();
  if (error === null) return null;
  if (!(error instanceof ApiProblem)) return <Problem error={error} />;
  const said = SAID.find((code) => code === error.code);
  if (said !== undefined) return <Notice tone="bad">{t(`mySigning.signing.refused.${said}`)}</Notice>;
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
