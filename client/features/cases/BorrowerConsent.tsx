import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Checkbox } from "../../borrower/ui/Checkbox.tsx";
import { focusFault } from "../../borrower/ui/focusFault.ts";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { respondAsBorrower } from "./borrowerApi.ts";
import { LeaveSheet } from "./BorrowerLeave.tsx";
import type { CaseFile } from "./types.ts";

/** Taking part or not, with what it means said before the question is asked. */
export function BorrowerConsent() {
  return <InCase>{(file) => <Consent file={file} />}</InCase>;
}

function Consent({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const canAnswer = file.abilities.includes("consent") && !file.participation.borrowerConsented;
  return (
    <Page title={t("myCase.consent.title")} lead={t("myCase.consent.lead")} above={<BackLink />}>
      <Card title={t("myCase.consent.meansTitle")}>
        <ul className="b-points">
          {(["means1", "means2", "means3", "means4"] as const).map((point) => (
            <li key={point}>{t(`myCase.consent.${point}`)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t("myCase.consent.rulesTitle")}>
        <ul className="b-points">
          {(["rules1", "rules2", "rules3", "rules4"] as const).map((point) => (
            <li key={point}>{t(`myCase.consent.${point}`)}</li>
          ))}
        </ul>
      </Card>
      {canAnswer ? <Answer file={file} /> : <Answered />}
    </Page>
  );
}

function Answered() {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="info">{t("myCase.consent.already")}</Notice>
      <ButtonLink to="/case" tone="plain">
        {t("myCase.back")}
      </ButtonLink>
    </>
  );
}

function Answer({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [read, setRead] = useState(false);
  const [asked, setAsked] = useState(false);
  const [declining, setDeclining] = useState(false);
  const agreeing = useSend({
    run: (_: void, key) => respondAsBorrower(file.id, { answer: "consent", note: null }, key),
    done: t("myCase.consent.agreed"),
    onDone: () => void navigate("/case", { replace: true }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (read) agreeing.mutate();
    else focusFault(event.currentTarget);
  };
  return (
    <form className="b-stack" onSubmit={submit}>
      <Checkbox
        label={t("myCase.consent.read")}
        checked={read}
        onChange={(event) => setRead(event.target.checked)}
      />
      {asked && !read && (
        <p className="b-error" role="alert">
          {t("myCase.consent.readNeeded")}
        </p>
      )}
      {agreeing.error && <Problem error={agreeing.error} />}
      <Button type="submit" wide busy={agreeing.isPending}>
        {t("myCase.consent.agree")}
      </Button>
      <Button wide tone="plain" disabled={agreeing.isPending} onClick={() => setDeclining(true)}>
        {t("myCase.consent.decline")}
      </Button>
      <LeaveSheet caseId={file.id} how="decline" open={declining} onClose={() => setDeclining(false)} />
    </form>
  );
}
