import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/problem.ts";
import { errorText } from "../../i18n/text.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

/** A failure in words, with what to quote on the telephone and, where it helps, another try. */
export function Problem({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice tone="bad">
      <p>{errorText(error)}</p>
      {error instanceof ApiProblem && error.traceId !== undefined && (
        <p className="b-hint">
          {t("common.traceId")} <code>{error.traceId}</code>
        </p>
      )}
      {onRetry && (
        <Button tone="plain" onClick={onRetry}>
          {t("common.retry")}
        </Button>
      )}
    </Notice>
  );
}
