import { Alert, Button, Spin } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { DateText } from "../../ui/DateText.tsx";
import { type Escalation, requestEscalation } from "./api.ts";

/** What is going on with a packet that is not simply there: being made, failed, or concluded. */
export function EscalationState({ escalation }: { readonly escalation: Escalation }) {
  const { t } = useTranslation();
  const { status, outcome, outcomeNote, closedAt } = escalation;
  if (status === "composing")
    return (
      <Alert
        type="info"
        title={<output>{t("escalations.composing")}</output>}
        icon={<Spin size="small" />}
        showIcon
      />
    );
  if (status === "failed") return <Failed escalation={escalation} />;
  if (outcome === null) return null;
  return (
    <Alert
      type="success"
      showIcon
      title={
        <>
          {t("escalations.outcomeLabel")}：{t(`escalations.outcome.${outcome}`)}
          {closedAt !== null && (
            <>
              {" · "}
              <DateText value={closedAt} />
            </>
          )}
        </>
      }
      description={outcomeNote ?? undefined}
    />
  );
}

function Failed({ escalation }: { readonly escalation: Escalation }) {
  const { t } = useTranslation();
  const missing = (escalation.failure?.missing ?? []).map(({ field, detail }) => detail ?? field);
  const retry = useCommand({
    run: (_, key) => requestEscalation(escalation.caseId, escalation.lawyer.id, key),
    done: t("escalations.requested"),
  });
  return (
    <Alert
      type="error"
      showIcon
      title={t("escalations.failedTitle")}
      description={
        missing.length === 0 ? undefined : (
          <>
            <p>{t("escalations.failedMissing")}</p>
            <ul>
              {missing.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </>
        )
      }
      action={
        escalation.abilities.includes("retry") && (
          <Button loading={retry.isPending} onClick={() => retry.mutate()}>
            {t("escalations.retry")}
          </Button>
        )
      }
    />
  );
}
