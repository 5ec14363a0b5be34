import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import type { RoomPerson } from "../../realtime/protocol.ts";
import { takeStep } from "./safetyApi.ts";

interface MuteDialogProps {
  readonly caseId: string;
  readonly person: RoomPerson | undefined;
  readonly onClose: () => void;
}

/** Before somebody is muted: what it means, and the reason they will be told. */
export function MuteDialog({ caseId, person, onClose }: MuteDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason?: string }>();
  const name = person?.name ?? "";
  const mute = useCommand<{ memberId: string; reason: string }>({
    run: (given, key) => takeStep(caseId, { do: "mute", ...given }, key),
    done: t("safety.mute.done", { name }),
    onDone: onClose,
  });
  return (
    <Modal
      open={person !== undefined}
      title={t("safety.mute.label", { name })}
      okText={t("safety.mute.action")}
      confirmLoading={mute.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-lead">{t("safety.mute.ask", { name })}</p>
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        onFinish={({ reason = "" }) => person && mute.mutate({ memberId: person.memberId, reason })}
      >
        <Form.Item name="reason" label={t("safety.mute.reason")}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
