import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { type Agreement, endAgreement } from "./api.ts";

interface EndDialogProps {
  readonly agreement: Agreement;
  readonly how: "withdrawal" | "change";
  readonly onClose: () => void;
}

/** Takes the text back, or has it drawn up anew; what was signed is void, and everybody reads why. */
export function EndDialog({ agreement, how, onClose }: EndDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const ending = useCommand<string>({
    run: (reason, key) => endAgreement(agreement.id, how, reason, key),
    done: t(`agreements.${how}.done`),
    onDone: onClose,
  });
  const signed = agreement.signatures.length > 0;
  return (
    <Modal
      open
      title={t(`agreements.${how}.title`)}
      okText={t(`agreements.${how}.submit`)}
      okButtonProps={{ danger: true }}
      confirmLoading={ending.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="dialog-text">
        {t(`agreements.${how}.text`)}
        {signed && ` ${t("agreements.signaturesVoid", { count: agreement.signatures.length })}`}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => ending.mutate(reason.trim())}
      >
        <Form.Item
          name="reason"
          label={t("agreements.reason")}
          rules={[{ required: true, whitespace: true, min: 2, message: t("agreements.reasonNeeded") }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
