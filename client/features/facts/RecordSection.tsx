import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FactList, FactRecordView } from "../../../shared/facts/factView.ts";
import { FACT_SIDES } from "../../../shared/facts/lifecycle.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { draftRecord, recordUrl, voidRecord } from "./api.ts";
import { RecordSigningDialog } from "./RecordSigningDialog.tsx";

interface RecordSectionProps {
  readonly caseId: string;
  readonly list: FactList;
}

/** The record: drawn up by the mediator, signed by both, and the only thing here that may go to court. */
export function RecordSection({ caseId, list }: RecordSectionProps) {
  const { t } = useTranslation();
  const drafting = useCommand({
    run: (_: void, key) => draftRecord(caseId, key),
    done: t("facts.record.drafted"),
  });
  const { record, signed } = list;
  const drafts = list.abilities.includes("draft_record");
  if (record === null && signed.length === 0 && !drafts) return null;
  const confirmed = list.items.filter(({ status }) => status === "confirmed").length;
  return (
    <div className="facts-record">
      <h3>{t("facts.record.title")}</h3>
      {record !== null && <Running record={record} />}
      {drafts && (
        <div>
          <ConfirmButton
            type={record === null ? "primary" : "default"}
            ask={t(record === null ? "facts.record.draftText" : "facts.record.againText", {
              count: confirmed,
            })}
            loading={drafting.isPending}
            onConfirm={() => drafting.mutate()}
          >
            {t(record === null ? "facts.record.draft" : "facts.record.again", { count: confirmed })}
          </ConfirmButton>
        </div>
      )}
      {signed.map((each) => (
        <p key={each.id} className="facts-signed">
          <Tag color="success">{t("facts.record.status.signed")}</Tag>
          <a href={recordUrl(each)}>{each.text.number}</a>
          {each.signedAt !== null && (
            <small>
              <DateText value={each.signedAt} />
            </small>
          )}
          {!each.sealed && <small>{t("facts.record.sealing")}</small>}
        </p>
      ))}
      {signed.length > 0 && <small>{t("facts.record.shareable")}</small>}
    </div>
  );
}

function Running({ record }: { readonly record: FactRecordView }) {
  const { t } = useTranslation();
  const [signing, setSigning] = useState(false);
  const voiding = useCommand({
    run: (_: void, key) => voidRecord(record, key),
    done: t("facts.record.voided"),
  });
  return (
    <div className="facts-running">
      <p>
        <a href={recordUrl(record)}>{record.text.number}</a>{" "}
        <small>{t("facts.record.holds", { count: record.text.facts.length })}</small>
      </p>
      <ul>
        {FACT_SIDES.map((side) => {
          const found = record.signatures.find(({ party }) => party === side);
          return (
            <li key={side}>
              {t(`words.party.${side}`)}：
              {found === undefined
                ? t("facts.record.unsigned")
                : t("facts.record.signedBy", { name: found.signerName })}
            </li>
          );
        })}
      </ul>
      <div className="facts-acts">
        {record.abilities.includes("sign") && (
          <Button type="primary" onClick={() => setSigning(true)}>
            {t("facts.record.sign")}
          </Button>
        )}
        {record.abilities.includes("void") && (
          <ConfirmButton
            ask={t("facts.record.voidText")}
            loading={voiding.isPending}
            onConfirm={() => voiding.mutate()}
          >
            {t("facts.record.void")}
          </ConfirmButton>
        )}
      </div>
      <RecordSigningDialog
        key={record.contentHash}
        record={record}
        open={signing}
        onClose={() => setSigning(false)}
      />
    </div>
  );
}
