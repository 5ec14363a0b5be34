import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FactList } from "../../../shared/facts/factView.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { useFacts } from "./api.ts";
import { BorrowerFact } from "./BorrowerFact.tsx";
import { BorrowerFactForm } from "./BorrowerFactForm.tsx";
import { BorrowerRecord, SignedRecords } from "./BorrowerRecord.tsx";
import "./facts.css";

/** What is a fact, as the borrower says: one statement after the other, and the record that both sign. */
export function BorrowerFacts() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <Page title={t("facts.title")} lead={t("facts.lead")} above={<BackLink />}>
          <OfCase caseId={file.id} />
        </Page>
      )}
    </InCase>
  );
}

function OfCase({ caseId }: { readonly caseId: string }) {
  const facts = useFacts(caseId);
  return <Loaded of={facts}>{(list) => <Found caseId={caseId} list={list} />}</Loaded>;
}

function Found({ caseId, list }: { readonly caseId: string; readonly list: FactList }) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const living = list.items.filter(({ status }) => status !== "withdrawn");
  return (
    <>
      {list.record !== null && <BorrowerRecord key={list.record.contentHash} record={list.record} />}
      <SignedRecords records={list.signed} />
      {living.length === 0 && (
        <Card>
          <p>{t("facts.none")}</p>
        </Card>
      )}
      {living.map((fact) => (
        <BorrowerFact key={fact.id} fact={fact} />
      ))}
      {list.abilities.includes("propose") && (
        <Button tone="plain" wide onClick={() => setWriting(true)}>
          {t("facts.putMine")}
        </Button>
      )}
      <BorrowerFactForm caseId={caseId} drawn={list.drawn} open={writing} onClose={() => setWriting(false)} />
    </>
  );
}
