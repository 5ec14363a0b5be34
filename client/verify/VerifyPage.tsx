import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
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

/** Anyone may check a mediator here; a notice's link brings the number along as `?code=`. */
export function VerifyPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = search.get("code") ?? "";
  const [code, setCode] = useState(asked);
  const [missing, setMissing] = useState(false);
  const check = useQuery({
    queryKey: ["mediator", asked],
    enabled: asked !== "",
    queryFn: ({ signal }) =>
      apiFetch<CheckedMediator>("GET", `/api/public/mediators/${encodeURIComponent(asked)}`, { signal }),
  });
  const unknown =
    check.data?.valid === false || (check.error instanceof ApiProblem && check.error.status === 404);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const plain = code.trim();
    setMissing(plain === "");
    if (plain !== "" && plain === asked) void check.refetch();
    else if (plain !== "") setSearch({ code: plain }, { replace: true });
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
          <Button type="submit" wide busy={check.isFetching}>
            {t("verify.check")}
          </Button>
        </form>
      </Card>
      <div className="b-stack" aria-live="polite">
        {check.data?.valid && <MediatorCard mediator={check.data} />}
        {unknown && (
          <Notice tone="warn" title={t("verify.unknown")}>
            {t("verify.unknownText")}
          </Notice>
        )}
        {check.isError && !unknown && <Problem error={check.error} />}
      </div>
      <Notice tone="info">{t("verify.warning")}</Notice>
    </Page>
  );
}
