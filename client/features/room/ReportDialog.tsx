import { Form, Input, Modal, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { REPORT_REASONS, type ReportReason } from "../../../shared/rooms/safety.ts";
import { useCommand } from "../../api/useCommand.ts";
import { takeStep } from "./safetyApi.ts";

interface DialogProps {
  readonly caseId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}
interface Reported {
  readonly reason: ReportReason;
  readonly note?: string;
}

/** Tell the mediator, in confidence, that something should not have been said. */
export function ReportDialog({
  caseId,
  messageId,
  open,
  onClose,
}: DialogProps & { readonly messageId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Reported>();
  const report = useCommand<Reported>({
    run: ({ reason, note = "" }, key) => takeStep(caseId, { do: "report", messageId, reason, note }, key),
    done: t("safety.report.sent"),
    onDone: onClose,
  });
  return (
    <Modal
      open={open}
      title={t("safety.report.title")}
      okText={t("safety.report.send")}
      confirmLoading={report.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-lead">{t("safety.report.lead")}</p>
      <Form<Reported>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ reason: "insult" }}
        onFinish={(given) => report.mutate(given)}
      >
        <Form.Item name="reason" label={t("safety.report.reason")}>
          <Radio.Group
            className="radio-column"
            options={REPORT_REASONS.map((value) => ({ value, label: t(`safety.report.reasons.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t("safety.report.note")}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The mediator says what came of a report. */
export function DealDialog({ caseId, reportId, open, onClose }: DialogProps & { readonly reportId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ note: string }>();
  const deal = useCommand<{ note: string }>({
    run: ({ note }, key) => takeStep(caseId, { do: "deal", reportId, note }, key),
    done: t("safety.report.dealt"),
    onDone: onClose,
  });
  return (
    <Modal
      open={open}
      title={t("safety.report.dealTitle")}
      okText={t("safety.report.deal")}
      confirmLoading={deal.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        requiredMark={false}
        onFinish={(given) => deal.mutate(given)}
      >
        <Form.Item
          name="note"
          label={t("safety.report.dealNote")}
          rules={[{ required: true, whitespace: true, message: t("words.required") }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
