import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { RepresentativeView } from "../../../shared/representatives/representativeView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { decideRepresentative, endRepresentative } from "./api.ts";

interface DialogProps {
  readonly one: RepresentativeView | undefined;
  readonly onClose: () => void;
}

/** What the mediator answers for by accepting: that paper and person were compared. */
export function AcceptDialog({ one, onClose }: DialogProps) {
  const { t } = useTranslation();
  const accept = useCommand({
    run: (id: string, key) => decideRepresentative(id, { accept: true }, key),
    done: t("representatives.accepted"),
    onDone: onClose,
  });
  const name = one?.name ?? "";
  return (
    <Modal
      open={one !== undefined}
      title={t("representatives.acceptTitle", { name })}
      okText={t("representatives.accept")}
      confirmLoading={accept.isPending}
      onCancel={onClose}
      onOk={() => one && accept.mutate(one.id)}
    >
      <p className="dialog-text">
        {one && t("representatives.acceptText", { name, scope: t(`representatives.scope.${one.scope}`) })}
      </p>
    </Modal>
  );
}

export function RefuseDialog({ one, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const refuse = useCommand({
    run: (input: { id: string; reason: string }, key) =>
      decideRepresentative(input.id, { accept: false, reason: input.reason }, key),
    done: t("representatives.refused"),
    onDone: onClose,
  });
  return (
    <Modal
      open={one !== undefined}
      title={t("representatives.refuseTitle", { name: one?.name ?? "" })}
      okText={t("representatives.refuse")}
      okButtonProps={{ danger: true }}
      confirmLoading={refuse.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <p className="dialog-text">{t("representatives.refuseText")}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        onFinish={({ reason }) => one && refuse.mutate({ id: one.id, reason: reason.trim() })}
      >
        <Form.Item
          name="reason"
          label={t("representatives.refuseReason")}
          rules={[{ required: true, whitespace: true, message: t("representatives.needed") }]}
        >
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

export function EndDialog({ one, onClose }: DialogProps) {
  const { t } = useTranslation();
  const end = useCommand({
    run: (id: string, key) => endRepresentative(id, key),
    done: t("representatives.ended"),
    onDone: onClose,
  });
  return (
    <Modal
      open={one !== undefined}
      title={t("representatives.endTitle", { name: one?.name ?? "" })}
      okText={t("representatives.endSure")}
      okButtonProps={{ danger: true }}
      confirmLoading={end.isPending}
      onCancel={onClose}
      onOk={() => one && end.mutate(one.id)}
    >
      <p className="dialog-text">{t("representatives.endText")}</p>
    </Modal>
  );
}
