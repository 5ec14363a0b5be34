import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

interface NoteDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSubmit: (note: string | null) => void;
}

/** A step that ends something, with what it means and room for a few words. */
export function NoteDialog(props: NoteDialogProps) {
  const { open, title, text, label, submit, busy, onClose, onSubmit } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<{ note?: string }>();
  const send = ({ note }: { note?: string }) => onSubmit(note?.trim() || null);
  return (
    <Modal
      open={open}
      title={title}
      okText={submit}
      okButtonProps={{ danger: true }}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <p className="dialog-text">{text}</p>
      <Form form={form} layout="vertical" preserve={false} onFinish={send}>
        <Form.Item name="note" label={t("words.optional", { label })}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
