import { useTranslation } from "react-i18next";
import type { FactRecordView } from "../../../shared/facts/factView.ts";
import { TypedSigningDialog } from "../signing/TypedSigningDialog.tsx";
import { recordUrl, signRecord } from "./api.ts";
import { RecordText } from "./RecordText.tsx";

interface RecordSigningDialogProps {
  readonly record: FactRecordView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The platform's signatory reads the whole text and signs by typing their name. */
export function RecordSigningDialog({ record, open, onClose }: RecordSigningDialogProps) {
  const { t } = useTranslation();
  const { contentHash } = record;
  return (
    <TypedSigningDialog
      open={open}
      title={t("facts.record.sign")}
      submit={t("facts.record.sign")}
      done={t("facts.record.signedNow")}
      name={record.signerName ?? ""}
      consentWording={record.consentWording}
      sign={(typedName, key) => signRecord(record, { method: "typed", typedName, contentHash }, key)}
      ready
      onClose={onClose}
    >
      <RecordText text={record.text} />
      <p className="dialog-text">
        <a href={recordUrl(record)}>{t("facts.record.asPdf")}</a>
      </p>
    </TypedSigningDialog>
  );
}
