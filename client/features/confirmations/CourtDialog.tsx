import { Alert, Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { type Confirmation, type Court, prepareApplication } from "./api.ts";

interface CourtDialogProps {
  readonly confirmation: Confirmation;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Which court is asked, and why that one. */
export function CourtDialog({ confirmation, open, onClose }: CourtDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Court>();
  const { caseId, court, courtBasis, rule, signatures } = confirmation;
  const prepare = useCommand<Court>({
    run: (given, key) => prepareApplication(caseId, { ...given, court: given.court.trim() }, key),
    done: t("confirmations.prepared"),
    onDone: onClose,
  });
  const needed = { required: true, whitespace: true, message: t("words.required") };
  return (
    <Modal
      open={open}
      title={t("confirmations.prepare")}
      okText={t("confirmations.prepare")}
      confirmLoading={prepare.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      {signatures.length > 0 && (
        <Alert type="warning" showIcon title={t("confirmations.prepareAgainText")} className="dialog-text" />
      )}
      <Form<Court>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ court: court ?? "", courtBasis: courtBasis ?? "organisation_place" }}
        onFinish={(given) => prepare.mutate(given)}
      >
        <Form.Item name="courtBasis" label={t("confirmations.courtBasis")} rules={[{ required: true }]}>
          <Select
            options={rule.courts.map((value) => ({ value, label: t(`confirmations.basis.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="court"
          label={t("confirmations.court")}
          rules={[needed]}
          extra={t("confirmations.courtHint")}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
