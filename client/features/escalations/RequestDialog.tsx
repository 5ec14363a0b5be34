import { Form, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { requestEscalation, useLawFirms } from "./api.ts";

interface RequestDialogProps {
  readonly caseId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RequestDialog({ caseId, open, onClose }: RequestDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ lawyerId: string }>();
  const ask = useCommand<string>({
    run: (lawyerId, key) => requestEscalation(caseId, lawyerId, key),
    done: t("escalations.requested"),
    onDone: onClose,
  });
  return (
    <Modal
      open={open}
      title={t("escalations.requestTitle")}
      okText={t("escalations.request")}
      confirmLoading={ask.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <p className="dialog-text">{t("escalations.requestText")}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        onFinish={({ lawyerId }) => ask.mutate(lawyerId)}
      >
        <Form.Item
          name="lawyerId"
          label={t("escalations.chooseLawyer")}
          rules={[{ required: true, message: t("escalations.lawyerNeeded") }]}
        >
          <LawyerSelect />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface LawyerSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (lawyerId: string) => void;
}

/** Lawyers under their firms; the form gives value and change. */
function LawyerSelect(field: LawyerSelectProps) {
  const firms = useLawFirms();
  return (
    <Loaded of={firms}>
      {(items) => (
        <Select
          {...field}
          options={items.map((firm) => ({
            label: firm.name,
            title: firm.name,
            options: firm.lawyers.map((lawyer) => ({ value: lawyer.id, label: lawyer.name })),
          }))}
        />
      )}
    </Loaded>
  );
}
