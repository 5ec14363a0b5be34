import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem.ts";
import { errorText } from "../i18n/text.ts";
import "./states.css";

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const traceId = error instanceof ApiProblem ? error.traceId : undefined;
  return (
    <div className="state" role="alert">
      <p className="state-title">{t("common.somethingWrong")}</p>
      <p className="state-text">{errorText(error)}</p>
      {onRetry && <Button onClick={onRetry}>{t("common.retry")}</Button>}
      {traceId !== undefined && (
        <p className="state-trace">
          {t("common.traceId")} <code>{traceId}</code>
        </p>
      )}
    </div>
  );
}
