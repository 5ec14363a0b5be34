import { Alert, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isSameName } from "../../../shared/agreements/signing.ts";
import type { FactRecordView } from "../../../shared/facts/factView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { type RecordSignature, recordUrl, signRecord } from "./api.ts";
import { RecordText } from "./RecordText.tsx";

interface RecordSigningDialogProps {
  readonly record: FactRecordView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The platform's signatory reads the whole text and signs by typing their name. */
export function RecordSigningDialog({ record, open, onClose }: RecordSigningDialogProps) {
  const { t } = useTranslation();
  const [typedName, setTypedName] = useState("");
  const [consent, setConsent] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { contentHash } = record;
  const name = record.signerName ?? "";
  const sign = useCommand<RecordSignature>({
    run: (signature, key) => signRecord(record, signature, key),
    done: t("facts.record.signedNow"),
    onDone: onClose,
    onFail: (error) => setProblem(errorText(error)),
  });
  const wrong = typedName.trim() !== "" && !isSameName(typedName, name);
  return (
    <Modal
      open={open}
      title={t("facts.record.sign")}
      okText={t("facts.record.sign")}
      cancelText={t("facts.cancel")}
      okButtonProps={{ disabled: !isSameName(typedName, name) || !consent }}
      confirmLoading={sign.isPending}
      onCancel={onClose}
      onOk={() => sign.mutate({ method: "typed", typedName: typedName.trim(), contentHash })}
      afterClose={() => {
        setTypedName("");
        setConsent(false);
        setProblem(undefined);
      }}
      destroyOnHidden
    >
      <RecordText text={record.text} />
      <p className="dialog-text">
        <a href={recordUrl(record)}>{t("facts.record.asPdf")}</a>
      </p>
      <Form layout="vertical" component="div">
        <Form.Item
          label={t("agreements.signTyped", { name })}
          htmlFor="record-name"
          validateStatus={wrong ? "error" : ""}
          help={wrong ? t("agreements.signTypedWrong") : undefined}
        >
          <Input
            id="record-name"
            value={typedName}
            autoComplete="off"
            onChange={(event) => setTypedName(event.target.value)}
          />
        </Form.Item>
      </Form>
      <Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)}>
        <span lang="zh-CN">{record.consentWording}</span>
      </Checkbox>
      {problem !== undefined && <Alert type="error" title={problem} role="alert" />}
    </Modal>
  );
}
