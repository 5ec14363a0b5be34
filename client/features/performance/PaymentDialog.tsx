import { DatePicker, Form, Input, Modal } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { fenOf, yuanText } from "../../ui/yuan.ts";
import { type NewPayment, type Plan, recordPayment } from "./api.ts";

interface PaymentDialogProps {
  readonly plan: Plan;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Given {
  readonly amount: string;
  readonly paidOn: Dayjs;
  readonly reference: string;
}

/** Money that arrived; the next open instalment is proposed as the amount. */
export function PaymentDialog({ plan, open, onClose }: PaymentDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const next = plan.instalments.find((row) => row.openFen > 0);
  const needed = { required: true, message: t("words.required") };
  const record = useCommand<NewPayment>({
    run: (payment, key) => recordPayment(plan.caseId, payment, key),
    done: t("performance.recorded"),
    onDone: onClose,
  });
  const send = ({ amount, paidOn, reference }: Given) => {
    const fen = fenOf(amount);
    if (fen !== undefined)
      record.mutate({ fen, paidOn: paidOn.format("YYYY-MM-DD"), reference: reference.trim() });
  };
  return (
    <Modal
      open={open}
      title={t("performance.recordTitle")}
      okText={t("performance.record")}
      confirmLoading={record.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <p className="dialog-text">{t("performance.recordText")}</p>
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ paidOn: dayjs(plan.today), amount: next ? yuanText(next.openFen) : "" }}
        onFinish={send}
      >
        <Form.Item
          name="amount"
          label={t("performance.recordAmount")}
          rules={[
            {
              validator: (_rule, value: unknown) =>
                typeof value === "string" && (fenOf(value) ?? 0) > 0
                  ? Promise.resolve()
                  : Promise.reject(new Error(t("performance.amountWrong"))),
            },
          ]}
        >
          <Input inputMode="decimal" style={{ width: 200 }} />
        </Form.Item>
        <Form.Item name="paidOn" label={t("performance.paidOn")} rules={[needed]}>
          <DatePicker
            allowClear={false}
            disabledDate={(day) => day.isAfter(dayjs(plan.today), "day")}
            style={{ width: 200 }}
          />
        </Form.Item>
        <Form.Item
          name="reference"
          label={t("performance.reference")}
          rules={[{ ...needed, whitespace: true }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
