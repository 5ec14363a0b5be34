import { Form, InputNumber, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { pauseCase } from "./api.ts";

interface PauseDialogProps {
  readonly caseId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function PauseDialog({ caseId, open, onClose }: PauseDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ days?: number | null }>();
  const pause = useCommand<number | null>({
    run: (days, key) => pauseCase(caseId, days, key),
    done: t("cases.pausedDone"),
    onDone: onClose,
  });
  return (
    <Modal
      open={open}
      title={t("cases.pauseTitle")}
      okText={t("cases.pause")}
      confirmLoading={pause.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <p className="dialog-text">{t("cases.pauseText")}</p>
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        onFinish={({ days }) => pause.mutate(days ?? null)}
      >
        <Form.Item name="days" label={t("cases.pauseDays")}>
          <InputNumber min={1} max={90} precision={0} style={{ width: 140 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
