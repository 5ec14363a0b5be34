import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { ApiProblem } from "../../api/problem.ts";
import { CodeSender } from "../../borrower/CodeSender.tsx";
import { rememberInvitation, useSwitchBorrower } from "../../borrower/session.ts";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Field } from "../../borrower/ui/Field.tsx";
import { focusFault } from "../../borrower/ui/focusFault.ts";
import { useCentreName } from "../../borrower/ui/Frame.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { useSecondsLeft } from "../../borrower/ui/useSecondsLeft.ts";
import { identify, type Landing, sendIdentityCode, useLanding } from "./borrowerApi.ts";
import { Locked } from "./BorrowerLocked.tsx";
import { NoInvitation } from "./BorrowerNoInvitation.tsx";

/** A code to the number on file and the end of the ID: two things only the person has together. */
export function BorrowerIdentify() {
  const { code = "" } = useParams();
  const landing = useLanding(code);
  useCentreName(landing.data?.centre.name);
  const { error } = landing;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 410))
    return <NoInvitation expired={error.status === 410} />;
  return <Loaded of={landing}>{(found) => <Identity code={code} landing={found} />}</Loaded>;
}

function Identity({ code, landing }: { readonly code: string; readonly landing: Landing }) {
  const { t } = useTranslation();
  const [until, setUntil] = useState(() => Date.now() + landing.retryAfterSeconds * 1000);
  const locked = useSecondsLeft(until) > 0;
  return (
    <Page
      title={t("arrive.identity.title")}
      lead={t("arrive.identity.lead")}
      above={<BackLink to={`/${code}`} label={t("common.back")} />}
    >
      <Locked until={until} phone={landing.centre.phone} />
      <Card title={t("arrive.identity.codeTitle")}>
        <p>{t("arrive.identity.sendTo", { phone: landing.phoneMasked })}</p>
        <CodeSender disabled={locked} send={(key) => sendIdentityCode(code, key)} />
        <Link to={`/${code}/report?report=wrong_number`}>{t("arrive.identity.notMine")}</Link>
      </Card>
      <ProofForm code={code} locked={locked} onLocked={setUntil} />
      <Notice tone="info">{t("arrive.identity.never")}</Notice>
    </Page>
  );
}

interface ProofFormProps {
  readonly code: string;
  readonly locked: boolean;
  readonly onLocked: (until: number) => void;
}

function ProofForm({ code, locked, onLocked }: ProofFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const become = useSwitchBorrower();
  const [oneTimeCode, setOneTimeCode] = useState("");
  const [idLastFour, setIdLastFour] = useState("");
  const [checked, setChecked] = useState(false);
  const codeFits = /^\d{6}$/.test(oneTimeCode);
  const idFits = /^\d{3}[\dX]$/.test(idLastFour);
  const proof = useMutation({
    mutationFn: () => identify(code, { oneTimeCode, idLastFour }),
    onSuccess: (borrower) => {
      rememberInvitation(code);
      become(borrower);
      void navigate("/case", { replace: true });
    },
    onError: (error) => {
      const seconds = error instanceof ApiProblem ? error.params["retryAfterSeconds"] : undefined;
      if (typeof seconds === "number") onLocked(Date.now() + seconds * 1000);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (codeFits && idFits) proof.mutate();
    else focusFault(event.currentTarget);
  };
  return (
    <Card title={t("arrive.identity.proofTitle")}>
      <form className="b-stack" onSubmit={submit} noValidate>
        <Field
          label={t("arrive.identity.code")}
          {...(checked && !codeFits ? { error: t("arrive.identity.codeNeeded") } : {})}
          value={oneTimeCode}
          onChange={(event) => setOneTimeCode(event.target.value.replace(/\D/g, "").slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <Field
          label={t("arrive.identity.id")}
          hint={t("arrive.identity.idHint")}
          {...(checked && !idFits ? { error: t("arrive.identity.idNeeded") } : {})}
          value={idLastFour}
          onChange={(event) => setIdLastFour(lastFour(event.target.value))}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        {!locked && <Wrong error={proof.error} />}
        <Button type="submit" wide busy={proof.isPending} disabled={locked}>
          {t("arrive.identity.submit")}
        </Button>
      </form>
    </Card>
  );
}

/** How many tries are left is worth more than that this one was wrong; a wait is shown above. */
function Wrong({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation();
  if (error === null) return null;
  if (!(error instanceof ApiProblem) || error.code !== "code_wrong") return <Problem error={error} />;
  const left = error.params["triesLeft"];
  return (
    <Notice tone="bad">
      {t("arrive.identity.triesLeft", { count: typeof left === "number" ? left : 0 })}
    </Notice>
  );
}

/** Whoever types the whole number, or a small or full-width x, still gets the last four right. */
function lastFour(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\dX]/g, "")
    .slice(-4);
}
