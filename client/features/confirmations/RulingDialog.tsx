import { Alert, DatePicker, Form, Modal, Radio } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { recordRuling, type RulingFields } from "./api.ts";

interface RulingDialogProps {
  readonly caseId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Given {
  readonly outcome: RulingFields["outcome"];
  readonly concludedOn: Dayjs;
}

/** How the court ruled, with the ruling itself. */
export function RulingDialog({ caseId, open, onClose }: RulingDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const [file, setFile] = useState<File>();
  const [problem, setProblem] = useState<string>();
  const record = useCommand<{ fields: RulingFields; ruling: File }>({
    run: ({ fields, ruling }, idempotencyKey) => recordRuling(caseId, ruling, fields, { idempotencyKey }),
    done: t("confirmations.concluded"),
    onDone: onClose,
    onFail: (error) => setProblem(errorText(error)),
  });
  const send = ({ outcome, concludedOn }: Given) => {
    if (!file) return setProblem(t("confirmations.rulingNeeded"));
    setProblem(undefined);
    record.mutate({ fields: { outcome, concludedOn: concludedOn.format("YYYY-MM-DD") }, ruling: file });
  };
  const reset = () => {
    setFile(undefined);
    setProblem(undefined);
  };
  return (
    <Modal
      open={open}
      title={t("confirmations.concludeTitle")}
      okText={t("confirmations.conclude")}
      confirmLoading={record.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      afterClose={reset}
      destroyOnHidden
    >
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ outcome: "confirmed", concludedOn: dayjs() }}
        onFinish={send}
      >
        <Form.Item name="outcome" label={t("confirmations.outcome")}>
          <Radio.Group
            options={(["confirmed", "refused"] as const).map((value) => ({
              value,
              label: t(`confirmations.status.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="concludedOn" label={t("confirmations.concludedOn")} rules={[{ required: true }]}>
          <DatePicker allowClear={false} disabledDate={(day) => day.isAfter(dayjs(), "day")} />
        </Form.Item>
        <Form.Item label={t("confirmations.ruling")}>
          <FilePicker
            accept=".pdf,.png,.jpg,.jpeg"
            title={t("confirmations.rulingChoose")}
            hint={t("confirmations.rulingHint")}
            file={file}
            onChosen={setFile}
          />
        </Form.Item>
      </Form>
      {problem !== undefined && <Alert type="error" title={problem} role="alert" />}
    </Modal>
  );
}
