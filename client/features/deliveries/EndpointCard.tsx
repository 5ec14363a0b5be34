import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { type Tone, ToneTag } from "../../ui/ToneTag.tsx";
import { type Endpoint, removeEndpoint, rotateSecret, takeEndpointStep } from "./api.ts";
import { EndpointDialog } from "./EndpointDialog.tsx";

const toneOf: Record<Endpoint["status"], Tone> = {
  active: "good",
  paused: "waiting",
  gone: "bad",
  removed: "ended",
};

interface EndpointCardProps {
  readonly endpoint: Endpoint;
  readonly onSecret: (secret: string) => void;
}

export function EndpointCard({ endpoint, onSecret }: EndpointCardProps) {
  const { t } = useTranslation();
  const { url, description, status, eventTypes, createdAt, previousSecretUntil } = endpoint;
  return (
    <section className="panel endpoint" aria-label={description || url}>
      <div className="endpoint-head">
        <div>
          <h2 className="section-title">{description || t("deliveries.endpoints.unnamed")}</h2>
          <code className="endpoint-url">{url}</code>
        </div>
        <ToneTag tone={toneOf[status]}>{t(`deliveries.endpoints.status.${status}`)}</ToneTag>
      </div>
      {(status === "paused" || status === "gone") && (
        <p className="hint">{t(`deliveries.endpoints.${status}Text`)}</p>
      )}
      <DataList
        items={[
          {
            label: t("deliveries.endpoints.events"),
            value: eventTypes.map((type) => t(`deliveries.event.${type}`)).join(t("deliveries.and")),
          },
          { label: t("deliveries.endpoints.since"), value: <DateText value={createdAt} /> },
          ...(previousSecretUntil === null
            ? []
            : [
                {
                  label: t("deliveries.endpoints.formerSecret"),
                  value: <DateText value={previousSecretUntil} precision="minute" />,
                },
              ]),
        ]}
      />
      <EndpointActions endpoint={endpoint} onSecret={onSecret} />
    </section>
  );
}

function EndpointActions({ endpoint, onSecret }: EndpointCardProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [editing, setEditing] = useState(false);
  const { id, abilities } = endpoint;
  const step = useCommand({
    run: (which: "pause" | "resume" | "ping", key) => takeEndpointStep(id, which, key),
  });
  const rotate = useCommand({ run: () => rotateSecret(id), onDone: ({ secret }) => onSecret(secret) });
  const remove = useCommand({
    run: (_: "remove", key) => removeEndpoint(id, key),
    done: t("deliveries.endpoints.removed"),
  });
  const take = (which: "pause" | "resume" | "ping") =>
    step.mutate(which, {
      onSuccess: () => void message.success(t(`deliveries.endpoints.done.${which}`)),
    });
  const settled = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      () => undefined,
    );
  return (
    <div className="button-row">
      {abilities.includes("ping") && (
        <Button loading={step.isPending && step.variables === "ping"} onClick={() => take("ping")}>
          {t("deliveries.endpoints.ping")}
        </Button>
      )}
      {abilities.includes("resume") && (
        <Button type="primary" loading={step.isPending} onClick={() => take("resume")}>
          {t("deliveries.endpoints.resume")}
        </Button>
      )}
      {abilities.includes("pause") && (
        <Button loading={step.isPending && step.variables === "pause"} onClick={() => take("pause")}>
          {t("deliveries.endpoints.pause")}
        </Button>
      )}
      <Button onClick={() => setEditing(true)}>{t("deliveries.endpoints.edit")}</Button>
      <ConfirmButton
        ask={t("deliveries.endpoints.rotateAsk")}
        onConfirm={() => settled(rotate.mutateAsync())}
      >
        {t("deliveries.endpoints.rotate")}
      </ConfirmButton>
      <Link className="endpoint-log" to={`/integrations?tab=log&endpoint=${id}`}>
        {t("deliveries.endpoints.toLog")}
      </Link>
      {abilities.includes("remove") && (
        <ConfirmButton
          danger
          type="text"
          ask={t("deliveries.endpoints.removeAsk")}
          onConfirm={() => settled(remove.mutateAsync("remove"))}
        >
          {t("deliveries.endpoints.remove")}
        </ConfirmButton>
      )}
      {editing && <EndpointDialog endpoint={endpoint} onClose={() => setEditing(false)} />}
    </div>
  );
}
