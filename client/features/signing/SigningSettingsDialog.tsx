import { Alert, Form, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_DEADLINE_DAYS, type SigningSettings } from "../../../shared/agreements/deadline.ts";
import type { SigningOrder } from "../../../shared/agreements/order.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { usePartyList } from "../cases/usePartyList.ts";
import { type SettingsVersions, setSigningSettings } from "./api.ts";

type Typed = { order: string; deadlineDays: number; reminders: string };

/** Every order that keeps the mediator after those whose signatures are attested, and all at once. */
const ORDERS: readonly SigningOrder[] = [
  [["borrower", "platform"], ["mediator"]],
  [["borrower"], ["platform"], ["mediator"]],
  [["platform"], ["borrower"], ["mediator"]],
  [["borrower", "platform", "mediator"]],
];

interface SigningSettingsDialogProps {
  readonly found: SettingsVersions;
  readonly onClose: () => void;
}

export function SigningSettingsDialog({ found, onClose }: SigningSettingsDialogProps) {
  const { t } = useTranslation();
  const list = usePartyList();
  const [form] = Form.useForm<Typed>();
  const [failure, setFailure] = useState<Error>();
  const { settings, version } = found;
  const saving = useCommand({
    run: (next: SigningSettings, key) => setSigningSettings(version, next, key),
    done: t("signing.settings.saved"),
    onDone: onClose,
    onFail: setFailure,
  });
  const send = ({ order, deadlineDays, reminders }: Typed) =>
    saving.mutate({
      order: ORDERS.find((one) => JSON.stringify(one) === order) ?? settings.order,
      deadlineDays,
      remindDaysBefore: daysIn(reminders),
    });
  const orders = [...ORDERS, settings.order].map((order) => ({
    value: JSON.stringify(order),
    label: order.map(list).join(t("signing.settings.then")),
  }));
  return (
    <Modal
      open
      title={t("signing.settings.edit")}
      okText={t("common.save")}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="dialog-text">{t("signing.settings.editText")}</p>
      {failure && <Alert type="error" showIcon title={errorText(failure)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          order: JSON.stringify(settings.order),
          deadlineDays: settings.deadlineDays,
          reminders: settings.remindDaysBefore.join(", "),
        }}
        onFinish={send}
      >
        <Form.Item name="order" label={t("signing.settings.order")}>
          <Select
            options={orders.filter((one, at) => orders.findIndex((o) => o.value === one.value) === at)}
          />
        </Form.Item>
        <Form.Item
          name="deadlineDays"
          label={t("signing.settings.deadlineDays")}
          rules={[{ required: true }]}
        >
          <InputNumber min={1} max={MAX_DEADLINE_DAYS} precision={0} />
        </Form.Item>
        <Form.Item
          name="reminders"
          label={t("signing.settings.reminderDays")}
          extra={t("signing.settings.reminderHint")}
        >
          <Input inputMode="numeric" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** `3, 1` → 3 and 1, each once; anything that is no number is left out. */
function daysIn(text: string): number[] {
  return [...new Set((text.match(/\d+/g) ?? []).map(Number))];
}
