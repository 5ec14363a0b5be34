import { Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { TerminationReason } from "../../../shared/cases/lifecycle.ts";
import { mediatorReasons } from "../../../shared/cases/termination.ts";
import { useCommand } from "../../api/useCommand.ts";
import { terminateCase } from "./api.ts";
import type { CaseFile } from "./types.ts";

interface TerminationDialogProps {
  readonly theCase: CaseFile;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Given {
  readonly reason: TerminationReason;
  readonly note?: string;
}

/** Ending a mediation: the reason, what the certificate says of it, and a note nobody else reads. */
export function TerminationDialog({ theCase, open, onClose }: TerminationDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const reason = Form.useWatch("reason", form);
  const end = useCommand<{ reason: TerminationReason; note: string | null }>({
    run: (body, key) => terminateCase(theCase.id, body, key),
    done: t("cases.terminated"),
    onDone: onClose,
  });
  return (
    <Modal
      open={open}
      title={t("cases.terminateTitle")}
      okText={t("cases.terminateConfirm")}
      okButtonProps={{ danger: true }}
      confirmLoading={end.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        onFinish={(given) => end.mutate({ reason: given.reason, note: given.note?.trim() || null })}
      >
        <Form.Item
          name="reason"
          label={t("cases.terminateReason")}
          rules={[{ required: true, message: t("words.required") }]}
        >
          <Select
            options={mediatorReasons(theCase.stage).map((value) => ({
              value,
              label: t(`words.reason.${value}`),
            }))}
          />
        </Form.Item>
        {reason !== undefined && (
          <div className="certificate-preview">
            <p>{t("cases.terminateCertificate")}</p>
            <blockquote>
              {t("cases.terminateCertificateLine", { reason: t(`words.certificateReason.${reason}`) })}
            </blockquote>
            <p>{t("cases.terminateCertificateNot")}</p>
          </div>
        )}
        <Form.Item
          name="note"
          label={t("words.optional", { label: t("cases.terminateNote") })}
          extra={t("cases.terminateNoteHelp")}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
