import { Alert, Checkbox, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SCOPES, type Scope } from "../../../shared/api/roles.ts";
import { SCOPE_KEYS } from "../../i18n/deliveries.zh.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { atLeastOne } from "./atLeastOne.ts";
import { createApiKey } from "./api.ts";

const LIFETIMES = [90, 180, 365, 730] as const;
const USUAL_DAYS = 365;

type Typed = { name: string; scopes: Scope[]; expiresInDays: number };

interface NewKeyDialogProps {
  readonly onClose: () => void;
  readonly onMade: (key: string) => void;
}

export function NewKeyDialog({ onClose, onMade }: NewKeyDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const [failure, setFailure] = useState<Error>();
  const making = useCommand({
    run: (typed: Typed) => createApiKey(typed),
    onDone: ({ key }) => onMade(key),
    onFail: setFailure,
  });
  return (
    <Modal
      open
      title={t("deliveries.keys.add")}
      okText={t("deliveries.keys.make")}
      confirmLoading={making.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {failure && <Alert type="error" showIcon title={errorText(failure)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ scopes: ["agreements:read"], expiresInDays: USUAL_DAYS }}
        onFinish={(typed) => making.mutate(typed)}
      >
        <Form.Item
          name="name"
          label={t("deliveries.keys.name")}
          extra={t("deliveries.keys.nameHint")}
          rules={[{ required: true, whitespace: true, message: t("deliveries.needed") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="scopes"
          label={t("deliveries.keys.scopes")}
          rules={[atLeastOne(t("deliveries.keys.scopeNeeded"))]}
        >
          <Checkbox.Group
            className="choices"
            options={SCOPES.map((value) => ({ value, label: t(`deliveries.scope.${SCOPE_KEYS[value]}`) }))}
          />
        </Form.Item>
        <Form.Item name="expiresInDays" label={t("deliveries.keys.lifetime")}>
          <Select
            options={LIFETIMES.map((value) => ({ value, label: t("common.days", { count: value }) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
