import { BellOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { useRoomAround } from "./roomAround.ts";
import type { OpenRequest } from "./roomState.ts";
import { takeStep } from "./safetyApi.ts";

/** What the sides have asked the mediator for, each answered with one step. */
export function RequestsBar() {
  const { party, state } = useRoomAround();
  if (party !== "mediator" || state.requests.length === 0) return null;
  return (
    <ul className="requests-bar" aria-live="polite">
      {state.requests.map((request) => (
        <Request key={request.requestId} request={request} />
      ))}
    </ul>
  );
}

function Request({ request }: { readonly request: OpenRequest }) {
  const { t } = useTranslation();
  const { caseId } = useRoomAround();
  const { requestId, kind, note } = request;
  const answer = useCommand<boolean>({
    run: (granted, key) => takeStep(caseId, { do: "answer", requestId, granted }, key),
    done: t("safety.ask.granted"),
  });
  const side = t(`safety.side.${request.party}`);
  return (
    <li>
      <BellOutlined aria-hidden />
      <span>
        <strong>{t(kind === "pause" ? "safety.ask.asksPause" : "safety.ask.asksAlone", { side })}</strong>{" "}
        <span>
          {request.name}
          {note !== null && `：${note}`}
        </span>
      </span>
      <Button
        size="small"
        type="primary"
        loading={answer.isPending && answer.variables}
        onClick={() => answer.mutate(true)}
      >
        {t(kind === "pause" ? "safety.ask.grantPause" : "safety.ask.grantAlone")}
      </Button>
      <Button
        size="small"
        loading={answer.isPending && !answer.variables}
        onClick={() => answer.mutate(false)}
      >
        {t("safety.ask.decline")}
      </Button>
    </li>
  );
}
