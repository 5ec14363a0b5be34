import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { type Declaration, declare, type Proposal } from "./api.ts";

interface DeclarationDialogProps {
  readonly proposal: Proposal;
  readonly declaring: "conflict" | "none" | undefined;
  readonly onClose: () => void;
}

/** The mediator's declaration, in words that go into the record. */
export function DeclarationDialog({ proposal, declaring, onClose }: DeclarationDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ statement: string }>();
  const conflict = declaring === "conflict";
  const submit = useCommand<Declaration>({
    run: (declaration, key) => declare(proposal.id, declaration, key),
    done: t(conflict ? "appointments.refused" : "appointments.accepted"),
    onDone: onClose,
  });
  return (
    <Modal
      open={declaring !== undefined}
      title={t(conflict ? "appointments.conflictTitle" : "appointments.noConflictTitle")}
      okText={t("appointments.submit")}
      confirmLoading={submit.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <p className="dialog-text">
        <strong className="tabular">{proposal.case.number}</strong> {proposal.case.borrower.name} ·{" "}
        {proposal.case.platform.name}
        <br />
        {t(conflict ? "appointments.conflictText" : "appointments.noConflictText")}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ statement: conflict ? "" : t("appointments.statementDefault") }}
        onFinish={({ statement }) => submit.mutate({ hasConflict: conflict, statement: statement.trim() })}
      >
        <Form.Item
          name="statement"
          label={t("appointments.statement")}
          {...(conflict ? { extra: t("appointments.conflictHint") } : {})}
          rules={[{ required: true, whitespace: true, message: t("appointments.statementNeeded") }]}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
