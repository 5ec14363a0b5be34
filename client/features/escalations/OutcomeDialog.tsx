import { Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ESCALATION_OUTCOMES, type EscalationOutcome } from "../../../shared/escalations/lifecycle.ts";
import { useCommand } from "../../api/useCommand.ts";
import { concludeEscalation } from "./api.ts";

interface OutcomeDialogProps {
  readonly escalationId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Given {
  readonly outcome: EscalationOutcome;
  readonly note?: string;
}

export function OutcomeDialog({ escalationId, open, onClose }: OutcomeDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const conclude = useCommand<{ outcome: EscalationOutcome; note: string | null }>({
    run: (body, key) => concludeEscalation(escalationId, body, key),
    done: t("escalations.concluded"),
    onDone: onClose,
  });
  return (
    <Modal
      open={open}
      title={t("escalations.concludeTitle")}
      okText={t("common.submit")}
      confirmLoading={conclude.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <p className="dialog-text">{t("escalations.concludeText")}</p>
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        onFinish={({ outcome, note }) => conclude.mutate({ outcome, note: note?.trim() || null })}
      >
        <Form.Item
          name="outcome"
          label={t("escalations.outcomeLabel")}
          rules={[{ required: true, message: t("escalations.outcomeNeeded") }]}
        >
          <Select
            options={ESCALATION_OUTCOMES.map((value) => ({
              value,
              label: t(`escalations.outcome.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t("escalations.outcomeNote")}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
