import { Alert, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { fenOf } from "../../ui/yuan.ts";
import { type Authorities, type AuthorityFields, registerAuthority } from "./api.ts";

type Typed = { staffId: string; number: string; max?: string; validFrom: string; validTo?: string };

interface AuthorityDialogProps {
  readonly signatories: Authorities["signatories"];
  readonly onClose: () => void;
}

/** Puts an authority on file: who, up to which sum, in which days, and the paper itself. */
export function AuthorityDialog({ signatories, onClose }: AuthorityDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const [file, setFile] = useState<File>();
  const [failure, setFailure] = useState<string>();
  const saving = useCommand({
    run: (input: { fields: AuthorityFields; paper: File }, key) =>
      registerAuthority(input.fields, input.paper, key),
    done: t("signing.authority.added"),
    onDone: onClose,
    onFail: (error) => setFailure(errorText(error)),
  });
  const send = ({ staffId, number, max = "", validFrom, validTo = "" }: Typed) => {
    if (file === undefined) {
      setFailure(t("signing.authority.fileNeeded"));
      return;
    }
    const maxTotalFen = max.trim() === "" ? "" : String(fenOf(max) ?? "");
    saving.mutate({ fields: { staffId, number, maxTotalFen, validFrom, validTo }, paper: file });
  };
  const needed = { required: true, message: t("signing.authority.needed") };
  return (
    <Modal
      open
      title={t("signing.authority.add")}
      okText={t("common.save")}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {failure !== undefined && <Alert type="error" showIcon title={failure} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item name="staffId" label={t("signing.authority.who")} rules={[needed]}>
          <Select options={signatories.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="number" label={t("signing.authority.number")} rules={[needed]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="max"
          label={t("signing.authority.max")}
          extra={t("signing.authority.maxHint")}
          rules={[
            {
              validator: (_, typed: unknown) =>
                typeof typed !== "string" || typed.trim() === "" || (fenOf(typed) ?? 0) > 0
                  ? Promise.resolve()
                  : Promise.reject(new Error(t("signing.authority.maxWrong"))),
            },
          ]}
        >
          <Input inputMode="decimal" prefix="¥" />
        </Form.Item>
        <Form.Item name="validFrom" label={t("signing.authority.from")} rules={[needed]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="validTo" label={t("signing.authority.to")} extra={t("signing.authority.toHint")}>
          <Input type="date" />
        </Form.Item>
        <FilePicker
          accept="application/pdf,image/png,image/jpeg"
          title={t("signing.authority.file")}
          hint={t("signing.authority.fileHint")}
          file={file}
          onChosen={setFile}
        />
      </Form>
    </Modal>
  );
}
