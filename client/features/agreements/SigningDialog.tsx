import { Alert, Button, Checkbox, Form, Input, Modal, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isSameName, type SignatureMethod } from "../../../shared/agreements/signing.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { type Agreement, documentUrl, signAgreement, type SignatureInput } from "./api.ts";
import { type InkTools, SignatureCanvas } from "../../ui/SignatureCanvas.tsx";

interface SigningDialogProps {
  readonly agreement: Agreement;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Signing for the platform or as the mediator: by hand or by typing the name that stands in the text. */
export function SigningDialog({ agreement, open, onClose }: SigningDialogProps) {
  const { t } = useTranslation();
  const [method, setMethod] = useState<SignatureMethod>("typed");
  const [typedName, setTypedName] = useState("");
  const [imagePng, setImagePng] = useState<string>();
  const [consent, setConsent] = useState(false);
  const [problem, setProblem] = useState<string>();
  const name = agreement.signerName ?? "";
  const sign = useCommand<SignatureInput>({
    run: (input, key) => signAgreement(agreement.id, input, key),
    done: t("agreements.signDone"),
    onDone: onClose,
    onFail: (error) => setProblem(errorText(error)),
  });
  const { contentHash, consentVersion } = agreement;
  const base = { contentHash, consentVersion, consent: true as const };
  const ready: SignatureInput | undefined =
    method === "typed"
      ? isSameName(typedName, name)
        ? { ...base, method, typedName: typedName.trim() }
        : undefined
      : imagePng === undefined
        ? undefined
        : { ...base, method, imagePng };
  const reset = () => {
    setTypedName("");
    setImagePng(undefined);
    setConsent(false);
    setProblem(undefined);
  };
  const wrongName = typedName.trim() !== "" && !isSameName(typedName, name);
  return (
    <Modal
      open={open}
      title={t("agreements.signTitle")}
      okText={t("agreements.sign")}
      okButtonProps={{ disabled: ready === undefined || !consent }}
      confirmLoading={sign.isPending}
      onCancel={onClose}
      onOk={() => ready !== undefined && sign.mutate(ready)}
      afterClose={reset}
      destroyOnHidden
    >
      <p className="dialog-text">
        <a href={documentUrl(agreement.id)}>{t("agreements.readFirst")}</a>
      </p>
      <Form layout="vertical" component="div">
        <Form.Item label={t("agreements.signMethod")}>
          <Segmented<SignatureMethod>
            value={method}
            onChange={setMethod}
            options={[
              { value: "typed", label: t("agreements.signType") },
              { value: "drawn", label: t("agreements.signDraw") },
            ]}
          />
        </Form.Item>
        {method === "typed" ? (
          <Form.Item
            label={t("agreements.signTyped", { name })}
            htmlFor="typed-name"
            validateStatus={wrongName ? "error" : ""}
            help={wrongName ? t("agreements.signTypedWrong") : undefined}
          >
            <Input
              id="typed-name"
              value={typedName}
              autoComplete="off"
              onChange={(event) => setTypedName(event.target.value)}
            />
          </Form.Item>
        ) : (
          <SignatureCanvas
            className="signature-area"
            label={t("agreements.signDrawLabel")}
            hint={t("agreements.signDrawHint")}
            onChange={setImagePng}
            Tools={ClearInk}
          />
        )}
      </Form>
      <p className="dialog-text signing-consent">{t("agreements.signConsent")}</p>
      <Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)}>
        <span lang="zh-CN">{agreement.consentWording}</span>
      </Checkbox>
      {problem !== undefined && (
        <Alert type="error" title={problem} className="signing-problem" role="alert" />
      )}
    </Modal>
  );
}

function ClearInk({ empty, clear }: InkTools) {
  const { t } = useTranslation();
  return (
    <Button size="small" disabled={empty} onClick={clear}>
      {t("agreements.signClear")}
    </Button>
  );
}
