import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { uploadFile } from "../api/upload.ts";
import { Card } from "../borrower/ui/Card.tsx";
import { Page } from "../borrower/ui/Page.tsx";
import { Problem } from "../borrower/ui/Problem.tsx";
import { CodeCard } from "./CodeCard.tsx";
import { FileDrop } from "./FileDrop.tsx";
import { FileReport } from "./FileReport.tsx";
import type { FileCheck } from "./types.ts";

/** Anyone may check a sealed document here: by its file, or by the code that is printed on it. */
export function DocumentPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const check = useMutation({
    mutationFn: (file: File) => uploadFile<FileCheck>("/api/public/documents/check", file),
  });
  const name = check.variables?.name;
  return (
    <Page title={t("verify.doc.title")} lead={t("verify.doc.intro")}>
      <Card title={t("verify.doc.byFile")}>
        <FileDrop name={name} busy={check.isPending} onChosen={(file) => check.mutate(file)} />
      </Card>
      <div className="b-stack" aria-live="polite" data-testid="report">
        {check.isError && <Problem error={check.error} />}
        {check.data && !check.isPending && <FileReport check={check.data} />}
      </div>
      <CodeCard
        asked={search.get("document") ?? ""}
        onAsk={(document) => setSearch({ document }, { replace: true })}
      />
      <ul className="v-links">
        <li>
          <a href="/api/public/seal/root.pem">{t("verify.doc.root")}</a>
          <div className="b-hint">{t("verify.doc.rootHint")}</div>
        </li>
        <li>
          <a href="/verify-mediator">{t("verify.doc.mediator")}</a>
        </li>
      </ul>
    </Page>
  );
}
