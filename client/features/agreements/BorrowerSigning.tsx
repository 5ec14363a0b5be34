import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/problem.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { clockText, useSecondsLeft } from "../../borrower/ui/useSecondsLeft.ts";
import { SignatureForm } from "../../borrower/ui/SignatureForm.tsx";
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
  const queries = useQueryClient();
  const signing = useSend({
    run: (given: BorrowerSignature, key) => signAsBorrower(agreement.id, given, key),
    onDone: onSigned,
  });
  const { contentHash, consentVersion } = agreement;
  return (
    <SignatureForm
      signerName={agreement.signerName}
      wording={agreement.consentWording}
      submitLabel={t("mySigning.signing.submit")}
      busy={signing.isPending}
      refused={<Refused error={signing.error} />}
      above={<Recap agreement={agreement} />}
      sendCode={(key) => sendSigningCode(agreement.id, key)}
      onSign={(signed, settled) =>
        signing.mutate(
          { ...signed, contentHash, consentVersion },
          {
            onError: () => void queries.invalidateQueries({ queryKey: ["case-agreement"] }),
            onSettled: settled,
          },
        )
      }
    />
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
