import { Alert, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isSameName } from "../../../shared/agreements/signing.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { type ApplicationSignature, type Confirmation, paperUrl, signApplication } from "./api.ts";

interface ApplicationSigningDialogProps {
  readonly confirmation: Confirmation;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The platform's signatory signs the joint application by typing their name. */
export function ApplicationSigningDialog({ confirmation, open, onClose }: ApplicationSigningDialogProps) {
  const { t } = useTranslation();
  const [typedName, setTypedName] = useState("");
  const [consent, setConsent] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { caseId, contentHash } = confirmation;
  const name = confirmation.signerName ?? "";
  const sign = useCommand<ApplicationSignature>({
    run: (signature, key) => signApplication(caseId, signature, key),
    done: t("confirmations.signed"),
    onDone: onClose,
    onFail: (error) => setProblem(errorText(error)),
  });
  const wrong = typedName.trim() !== "" && !isSameName(typedName, name);
  const ready = contentHash !== null && isSameName(typedName, name) && consent;
  return (
    <Modal
      open={open}
      title={t("confirmations.signTitle")}
      okText={t("confirmations.sign")}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={sign.isPending}
      onCancel={onClose}
      onOk={() =>
        contentHash !== null && sign.mutate({ method: "typed", typedName: typedName.trim(), contentHash })
      }
      afterClose={() => {
        setTypedName("");
        setConsent(false);
        setProblem(undefined);
      }}
      destroyOnHidden
    >
      <p className="dialog-text">
        <a href={paperUrl(caseId, "application.pdf")}>{t("agreements.readFirst")}</a>
      </p>
      <Form layout="vertical" component="div">
        <Form.Item
          label={t("agreements.signTyped", { name })}
          htmlFor="application-name"
          validateStatus={wrong ? "error" : ""}
          help={wrong ? t("agreements.signTypedWrong") : undefined}
        >
          <Input
            id="application-name"
            value={typedName}
            autoComplete="off"
            onChange={(event) => setTypedName(event.target.value)}
          />
        </Form.Item>
      </Form>
      <Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)}>
        <span lang="zh-CN">{confirmation.consentWording}</span>
      </Checkbox>
      {problem !== undefined && <Alert type="error" title={problem} role="alert" />}
    </Modal>
  );
}
