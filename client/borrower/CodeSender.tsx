import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CodeSent } from "../features/outreach/borrowerApi.ts";
import { ApiProblem } from "../api/problem.ts";
import { Button } from "./ui/Button.tsx";
import { Problem } from "./ui/Problem.tsx";
import { useSecondsLeft } from "./ui/useSecondsLeft.ts";
import { useSend } from "./useSend.ts";

interface CodeSenderProps {
  readonly send: (idempotencyKey: string) => Promise<CodeSent>;
  readonly onSent?: () => void;
  readonly disabled?: boolean;
}

/** Sends a one-time code, says where to, and when another may be asked for. */
export function CodeSender({ send, onSent, disabled = false }: CodeSenderProps) {
  const { t } = useTranslation();
  const [again, setAgain] = useState<number>();
  const left = useSecondsLeft(again);
  const sending = useSend({
    run: (_: void, key) => send(key),
    onDone: (sent) => {
      setAgain(Date.now() + sent.resendAfterSeconds * 1000);
      onSent?.();
    },
  });
  const wait = sending.error instanceof ApiProblem ? sending.error.params["retryAfterSeconds"] : undefined;
  const { data } = sending;
  return (
    <div className="b-stack" aria-live="polite">
      <Button
        wide
        tone={data ? "plain" : "primary"}
        busy={sending.isPending}
        disabled={disabled || left > 0}
        onClick={() =>
          sending.mutate(undefined, {
            onError: (error) => {
              const seconds = error instanceof ApiProblem ? error.params["retryAfterSeconds"] : undefined;
              if (typeof seconds === "number") setAgain(Date.now() + seconds * 1000);
            },
          })
        }
      >
        {left > 0
          ? t("arrive.identity.resendIn", { count: left })
          : t(data ? "arrive.identity.resend" : "arrive.identity.send")}
      </Button>
      {data && (
        <p className="b-good">
          {t("arrive.identity.sent", {
            phone: data.sentTo,
            minutes: Math.round(data.expiresInSeconds / 60),
          })}
        </p>
      )}
      {sending.error && (wait === undefined || left > 0) && <Problem error={sending.error} />}
    </div>
  );
}
