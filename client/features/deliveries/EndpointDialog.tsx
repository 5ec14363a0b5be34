import { Alert, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WEBHOOK_EVENTS, type WebhookEvent } from "../../../shared/deliveries/eventTypes.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText, lookUp } from "../../i18n/text.ts";
import { atLeastOne } from "./atLeastOne.ts";
import { createEndpoint, editEndpoint, type Endpoint } from "./api.ts";

type Typed = { url: string; description: string; eventTypes: WebhookEvent[] };

interface EndpointDialogProps {
  /** Left out for a new one. */
  readonly endpoint?: Endpoint;
  readonly onClose: () => void;
  /** The secret of a new one, which is shown this once. */
  readonly onMade?: (secret: string) => void;
}

export function EndpointDialog({ endpoint, onClose, onMade }: EndpointDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const [failure, setFailure] = useState<Error>();
  const saving = useCommand({
    run: async (typed: Typed, key): Promise<string | null> => {
      const input = { ...typed, description: typed.description ?? "" };
      if (endpoint === undefined) return (await createEndpoint(input)).secret;
      await editEndpoint(endpoint, input, key);
      return null;
    },
    onDone: (secret) => (secret === null ? onClose() : onMade?.(secret)),
    onFail: setFailure,
  });
  return (
    <Modal
      open
      title={t(endpoint === undefined ? "deliveries.endpoints.add" : "deliveries.endpoints.edit")}
      okText={t("common.save")}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {failure && <Alert type="error" showIcon title={urlProblem(failure) ?? errorText(failure)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={endpoint ?? { url: "https://", description: "", eventTypes: [...WEBHOOK_EVENTS] }}
        onFinish={(typed) => saving.mutate(typed)}
      >
        <Form.Item
          name="url"
          label={t("deliveries.endpoints.url")}
          extra={t("deliveries.endpoints.urlHint")}
          rules={[{ required: true, type: "url", message: t("deliveries.endpoints.urlNeeded") }]}
        >
          <Input inputMode="url" maxLength={500} spellCheck={false} />
        </Form.Item>
        <Form.Item name="description" label={t("deliveries.endpoints.description")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="eventTypes"
          label={t("deliveries.endpoints.events")}
          rules={[atLeastOne(t("deliveries.endpoints.eventNeeded"))]}
        >
          <Checkbox.Group
            className="choices"
            options={WEBHOOK_EVENTS.map((value) => ({ value, label: t(`deliveries.event.${value}`) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What is wrong with the address, in the person's language. */
function urlProblem(failure: Error): string | undefined {
  const code = failure instanceof ApiProblem ? failure.field("/url")?.code : undefined;
  return code === undefined ? undefined : lookUp(`deliveries.urlProblem.${code.replace("url.", "")}`);
}
