import { Alert, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fen } from "../../../shared/money/fen.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { fenOf } from "../../ui/yuan.ts";
import { setLivingFloor } from "./api.ts";

type Typed = { region: string; from: string; perPerson: string; source: string };

/** One floor from one day on; entered again for the same day it corrects what was entered. */
export function LivingFloorDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const [failure, setFailure] = useState<Error>();
  const saving = useCommand({
    run: ({ region, from, perPerson, source }: Typed, key) =>
      setLivingFloor({ region, from, perPersonFen: fen(fenOf(perPerson) ?? 0), source }, key),
    done: t("capacity.floors.saved"),
    onDone: onClose,
    onFail: setFailure,
  });
  const needed = { required: true, whitespace: true, message: t("capacity.floors.needed") };
  return (
    <Modal
      open
      title={t("capacity.floors.add")}
      okText={t("common.save")}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {failure && <Alert type="error" showIcon title={errorText(failure)} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => saving.mutate(typed)}>
        <Form.Item
          name="region"
          label={t("capacity.floors.region")}
          extra={t("capacity.floors.regionHint")}
          rules={[needed]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="from" label={t("capacity.floors.from")} rules={[needed]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="perPerson"
          label={t("capacity.floors.perPerson")}
          rules={[
            {
              validator: (_, typed: unknown) =>
                typeof typed === "string" && (fenOf(typed) ?? 0) > 0
                  ? Promise.resolve()
                  : Promise.reject(new Error(t("capacity.floors.needed"))),
            },
          ]}
        >
          <Input inputMode="decimal" prefix="¥" />
        </Form.Item>
        <Form.Item
          name="source"
          label={t("capacity.floors.source")}
          extra={t("capacity.floors.sourceHint")}
          rules={[needed]}
        >
          <Input maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
