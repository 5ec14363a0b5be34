import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { apiFetch } from "../api/fetch.ts";
import { ApiProblem } from "../api/problem.ts";
import { Button } from "../borrower/ui/Button.tsx";
import { Card } from "../borrower/ui/Card.tsx";
import { Field } from "../borrower/ui/Field.tsx";
import { Notice } from "../borrower/ui/Notice.tsx";
import { Page } from "../borrower/ui/Page.tsx";
import { Problem } from "../borrower/ui/Problem.tsx";
import { type CheckedMediator, MediatorCard } from "./MediatorCard.tsx";

type Outcome =
  | { readonly kind: "none" }
  | { readonly kind: "genuine"; readonly mediator: CheckedMediator }
  | { readonly kind: "unknown" }
  | { readonly kind: "failed"; readonly error: unknown };

async function check(code: string): Promise<Outcome> {
  try {
    const mediator = await apiFetch<CheckedMediator>(
      "GET",
      `/api/public/mediators/${encodeURIComponent(code)}`,
    );
    return mediator.valid ? { kind: "genuine", mediator } : { kind: "unknown" };
  } catch (error) {
    return error instanceof ApiProblem && error.status === 404
      ? { kind: "unknown" }
      : { kind: "failed", error };
  }
}

/** Anyone may check a mediator here; a notice's link brings the number along as `?code=`. */
export function VerifyPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = search.get("code") ?? "";
  const [code, setCode] = useState(asked);
  const [missing, setMissing] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let current = true;
    if (asked === "") return;
    setBusy(true);
    void check(asked).then((found) => {
      if (!current) return;
      setOutcome(found);
      setBusy(false);
    });
    return () => {
      current = false;
    };
  }, [asked, attempt]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const plain = code.trim();
    setMissing(plain === "");
    if (plain === "") return;
    setSearch({ code: plain }, { replace: true });
    setAttempt(attempt + 1);
  };
  return (
    <Page title={t("verify.title")} lead={t("verify.intro")}>
      <Card>
        <form className="b-stack" onSubmit={submit} noValidate>
          <Field
            label={t("verify.code")}
            {...(missing ? { error: t("verify.codeNeeded") } : {})}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button type="submit" wide busy={busy}>
            {t("verify.check")}
          </Button>
        </form>
      </Card>
      <div className="b-stack" aria-live="polite">
        {outcome.kind === "genuine" && <MediatorCard mediator={outcome.mediator} />}
        {outcome.kind === "unknown" && (
          <Notice tone="warn" title={t("verify.unknown")}>
            {t("verify.unknownText")}
          </Notice>
        )}
        {outcome.kind === "failed" && <Problem error={outcome.error} />}
      </div>
      <Notice tone="info">{t("verify.warning")}</Notice>
    </Page>
  );
}
