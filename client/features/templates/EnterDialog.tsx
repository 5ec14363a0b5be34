import { Alert, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { type ClauseEdits, enterTemplate, type NewTemplate, type Templates } from "./api.ts";

interface EnterDialogProps {
  readonly data: Templates;
  readonly edits: ClauseEdits;
  readonly onClose: () => void;
}

/** From when the edited wording holds, and why it was changed. The page begins anew with the version that is entered. */
export function EnterDialog({ data, edits, onClose }: EnterDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ from: string; note: string }>();
  const [failure, setFailure] = useState<string>();
  const [today] = useState(() => shanghaiDateOf(new Date()));
  const entering = useCommand<NewTemplate>({
    run: enterTemplate,
    done: t("templates.entered"),
    onDone: onClose,
    onFail: (error) => setFailure(errorText(error)),
  });
  return (
    <Modal
      open
      title={t("templates.enterTitle", { version: data.version + 1 })}
      okText={t("common.save")}
      confirmLoading={entering.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {failure !== undefined && <Alert className="template-fault" type="error" showIcon title={failure} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: today, note: "" }}
        onFinish={({ from, note }) => entering.mutate({ version: data.version, from, note, texts: edits })}
      >
        <Form.Item
          name="from"
          label={t("templates.from")}
          rules={[{ required: true, message: t("templates.fromNeeded") }]}
        >
          <Input type="date" min={today} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t("templates.note")}
          rules={[{ required: true, whitespace: true, message: t("templates.noteNeeded") }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
