import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { type Delivery, redeliver, useDelivery } from "./api.ts";
import { DeliveryStatusTag } from "./DeliveryStatusTag.tsx";
import { useOutcomeText } from "./useOutcomeText.ts";

/** One message in full: what was sent, to where, and what was answered each time. */
export function DeliveryDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const delivery = useDelivery(id);
  const again = useCommand({
    run: (_: "again", key) => redeliver(id, key),
    done: t("deliveries.log.sentAgain"),
  });
  const maySendAgain = delivery.data?.abilities.includes("redeliver") === true;
  return (
    <Modal
      open
      width={720}
      title={t("deliveries.log.one")}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("common.close")}</Button>
          {maySendAgain && (
            <Button type="primary" loading={again.isPending} onClick={() => again.mutate("again")}>
              {t("deliveries.log.again")}
            </Button>
          )}
        </>
      }
    >
      <Loaded of={delivery}>{(found) => <DeliveryInFull delivery={found} />}</Loaded>
    </Modal>
  );
}

function DeliveryInFull({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const body = JSON.stringify(JSON.parse(delivery.body), null, 2);
  return (
    <div className="delivery">
      <DataList
        items={[
          { label: t("words.status"), value: <DeliveryStatusTag status={delivery.status} /> },
          { label: t("deliveries.log.endpoint"), value: <code>{delivery.url}</code> },
          { label: "webhook-id", value: <code>{delivery.webhookId}</code> },
          ...(delivery.nextAttemptAt === null
            ? []
            : [
                {
                  label: t("deliveries.log.next"),
                  value: <DateText value={delivery.nextAttemptAt} precision="minute" />,
                },
              ]),
        ]}
      />
      <h3>{t("deliveries.log.history")}</h3>
      {delivery.history.length === 0 ? (
        <p className="hint">{t("deliveries.log.notTried")}</p>
      ) : (
        <History delivery={delivery} />
      )}
      <div className="section-head">
        <h3>{t("deliveries.log.body")}</h3>
        <CopyButton text={delivery.body} />
      </div>
      <pre className="delivery-body" tabIndex={0} aria-label={t("deliveries.log.body")}>
        {body}
      </pre>
    </div>
  );
}

function History({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const outcomeText = useOutcomeText();
  return (
    <ol className="delivery-history">
      {delivery.history.toReversed().map((attempt) => (
        <li key={attempt.number}>
          <span>
            <strong>{outcomeText(attempt.outcome, attempt.status)}</strong>{" "}
            <span className="faint">
              {t("deliveries.log.try", { number: attempt.number })} ·{" "}
              <DateText value={attempt.startedAt} precision="minute" /> ·{" "}
              <span className="tabular">{t("deliveries.log.took", { ms: attempt.durationMs })}</span>
            </span>
          </span>
          {attempt.response !== null && attempt.response !== "" && <code>{attempt.response}</code>}
        </li>
      ))}
    </ol>
  );
}
