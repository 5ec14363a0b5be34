import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FactRecordView } from "../../../shared/facts/factView.ts";
import { FACT_SIDES } from "../../../shared/facts/lifecycle.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { SignatureForm } from "../../borrower/ui/SignatureForm.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { type RecordSignature, recordUrl, sendRecordCode, signRecord } from "./api.ts";
import { RecordText } from "./RecordText.tsx";

/** The record that lies before both: the whole text first, then what signing means, then the signature. */
export function BorrowerRecord({ record }: { readonly record: FactRecordView }) {
  const { t } = useTranslation();
  const [signing, setSigning] = useState(false);
  const signs = record.abilities.includes("sign");
  return (
    <>
      <Card
        title={t("facts.record.title")}
        aside={<span className="b-chip b-chip-open">{t("facts.record.status.running")}</span>}
      >
        <RecordText text={record.text} />
        <p className="b-hint">
          {FACT_SIDES.map((side) => {
            const found = record.signatures.find(({ party }) => party === side);
            const state =
              found === undefined
                ? t("facts.record.unsigned")
                : t("facts.record.signedBy", { name: found.signerName });
            return (
              <span key={side} className="facts-line">
                {t(`facts.party.${side}`)}：{state}
              </span>
            );
          })}
        </p>
        <a className="b-button b-button-plain" href={recordUrl(record)}>
          {t("facts.record.asPdf")}
        </a>
        {signs && !signing && (
          <>
            <Notice tone="warn" title={t("facts.record.meaningTitle")}>
              {t("facts.record.meaning")}
            </Notice>
            <Button wide onClick={() => setSigning(true)}>
              {t("facts.record.goSign")}
            </Button>
          </>
        )}
      </Card>
      {signs && signing && <Form record={record} />}
    </>
  );
}

function Form({ record }: { readonly record: FactRecordView }) {
  const { t } = useTranslation();
  const { contentHash } = record;
  const signing = useSend({
    run: (given: RecordSignature, key) => signRecord(record, given, key),
    done: t("facts.record.signedNow"),
  });
  return (
    <SignatureForm
      signerName={record.signerName}
      wording={record.consentWording}
      submitLabel={t("facts.record.sign")}
      busy={signing.isPending}
      refused={signing.error && <Problem error={signing.error} />}
      sendCode={(key) => sendRecordCode(record, key)}
      onSign={({ signature, oneTimeCode }, settled) => {
        const mark =
          signature.kind === "drawn"
            ? { method: "drawn" as const, imagePng: signature.png }
            : { method: "typed" as const, typedName: signature.name };
        signing.mutate({ ...mark, oneTimeCode, contentHash }, { onSettled: settled });
      }}
    />
  );
}

/** What both have signed. */
export function SignedRecords({ records }: { readonly records: readonly FactRecordView[] }) {
  const { t } = useTranslation();
  if (records.length === 0) return null;
  return (
    <Card
      title={t("facts.record.signedTitle")}
      aside={<span className="b-chip">{t("facts.record.status.signed")}</span>}
    >
      <p>{t("facts.record.shareable")}</p>
      {records.map((record) => (
        <a key={record.id} className="b-button b-button-plain" href={recordUrl(record)}>
          {record.text.number}
        </a>
      ))}
    </Card>
  );
}
