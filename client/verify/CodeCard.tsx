import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { readCode } from "../../shared/seal/code.ts";
import { apiFetch } from "../api/fetch.ts";
import { ApiProblem } from "../api/problem.ts";
import { Button } from "../borrower/ui/Button.tsx";
import { Card } from "../borrower/ui/Card.tsx";
import { Field } from "../borrower/ui/Field.tsx";
import { Notice } from "../borrower/ui/Notice.tsx";
import { Problem } from "../borrower/ui/Problem.tsx";
import { DocumentFacts } from "./DocumentFacts.tsx";
import type { SealedDocument } from "./types.ts";

/** Looks a document up by the code on the paper; the QR on it brings the code along. */
export function CodeCard({
  asked,
  onAsk,
}: {
  readonly asked: string;
  readonly onAsk: (code: string) => void;
}) {
  const { t } = useTranslation();
  const [code, setCode] = useState(asked);
  const [missing, setMissing] = useState(false);
  const found = useQuery({
    queryKey: ["sealed", asked],
    enabled: asked !== "",
    retry: false,
    queryFn: ({ signal }) =>
      apiFetch<SealedDocument>("GET", `/api/public/documents/${encodeURIComponent(asked)}`, { signal }),
  });
  const unknown = found.error instanceof ApiProblem && found.error.status === 404;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const plain = readCode(code);
    setMissing(plain === null);
    if (plain === null) return;
    if (plain === readCode(asked)) void found.refetch();
    else onAsk(code.trim());
  };
  return (
    <>
      <Card title={t("verify.doc.byCode")}>
        <form className="b-stack" onSubmit={submit} noValidate>
          <Field
            label={t("verify.doc.code")}
            hint={t("verify.doc.codeHint")}
            {...(missing ? { error: t("verify.doc.codeNeeded") } : {})}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button type="submit" wide tone="plain" busy={found.isFetching}>
            {t("verify.doc.find")}
          </Button>
        </form>
      </Card>
      <div className="b-stack" aria-live="polite">
        {found.data && (
          <Card>
            <Notice tone="info" title={t("verify.doc.found")}>
              {t("verify.doc.foundText")}
            </Notice>
            <DocumentFacts document={found.data} />
          </Card>
        )}
        {unknown && (
          <Notice tone="warn" title={t("verify.doc.unknown")}>
            {t("verify.doc.unknownText")}
          </Notice>
        )}
        {found.isError && !unknown && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      </div>
    </>
  );
}
