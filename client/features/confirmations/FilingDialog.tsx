import { DatePicker, Form, Input, Modal } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { type Filing, recordFiling } from "./api.ts";

interface FilingDialogProps {
  readonly caseId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Given {
  readonly filedOn: Dayjs;
  readonly courtCaseNumber: string;
}

/** Since when the court has the application, and under which number. */
export function FilingDialog({ caseId, open, onClose }: FilingDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const file = useCommand<Filing>({
    run: (filing, key) => recordFiling(caseId, filing, key),
    done: t("confirmations.filed"),
    onDone: onClose,
  });
  const needed = { required: true, message: t("words.required") };
  return (
    <Modal
      open={open}
      title={t("confirmations.fileTitle")}
      okText={t("confirmations.file")}
      confirmLoading={file.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ filedOn: dayjs() }}
        onFinish={({ filedOn, courtCaseNumber }) =>
          file.mutate({ filedOn: filedOn.format("YYYY-MM-DD"), courtCaseNumber: courtCaseNumber.trim() })
        }
      >
        <Form.Item name="filedOn" label={t("confirmations.filedOn")} rules={[needed]}>
          <DatePicker allowClear={false} disabledDate={(day) => day.isAfter(dayjs(), "day")} />
        </Form.Item>
        <Form.Item
          name="courtCaseNumber"
          label={t("confirmations.courtCaseNumber")}
          rules={[{ ...needed, whitespace: true }]}
          extra={t("confirmations.courtCaseNumberHint")}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
