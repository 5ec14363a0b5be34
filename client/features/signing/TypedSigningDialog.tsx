import { Alert, Checkbox, Form, Input, Modal } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isSameName } from "../../../shared/agreements/signing.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";

interface TypedSigningDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly submit: string;
  /** What is said when it is signed. */
  readonly done: string;
  /** The name that stands in the text; only that one is taken. */
  readonly name: string;
  /** What is agreed to by signing, in the words of the text. */
  readonly consentWording: string;
  readonly sign: (typedName: string, idempotencyKey: string) => Promise<unknown>;
  /** Nothing can be signed before there is a text. */
  readonly ready: boolean;
  readonly onClose: () => void;
  /** The text, or where it is read. */
  readonly children: ReactNode;
}

/** A signatory reads what is signed, and signs by typing their name. */
export function TypedSigningDialog(props: TypedSigningDialogProps) {
  const { open, title, submit, done, name, consentWording, sign, ready, onClose, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const [typedName, setTypedName] = useState("");
  const [consent, setConsent] = useState(false);
  const [problem, setProblem] = useState<string>();
  const signing = useCommand<string>({
    run: sign,
    done,
    onDone: onClose,
    onFail: (error) => setProblem(errorText(error)),
  });
  const same = isSameName(typedName, name);
  const wrong = typedName.trim() !== "" && !same;
  return (
    <Modal
      open={open}
      title={title}
      okText={submit}
      okButtonProps={{ disabled: !ready || !same || !consent }}
      confirmLoading={signing.isPending}
      onCancel={onClose}
      onOk={() => signing.mutate(typedName.trim())}
      afterClose={() => {
        setTypedName("");
        setConsent(false);
        setProblem(undefined);
      }}
      destroyOnHidden
    >
      {children}
      <Form layout="vertical" component="div">
        <Form.Item
          label={t("agreements.signTyped", { name })}
          htmlFor={id}
          validateStatus={wrong ? "error" : ""}
          help={wrong ? t("agreements.signTypedWrong") : undefined}
        >
          <Input
            id={id}
            value={typedName}
            autoComplete="off"
            onChange={(event) => setTypedName(event.target.value)}
          />
        </Form.Item>
      </Form>
      <Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)}>
        <span lang="zh-CN">{consentWording}</span>
      </Checkbox>
      {problem !== undefined && <Alert type="error" title={problem} role="alert" />}
    </Modal>
  );
}
