import { Button, Checkbox } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { GROUND_RULES_TEXT } from "../../../shared/sessions/groundRules.ts";
import { useCommand } from "../../api/useCommand.ts";
import { useLanguage } from "../../i18n/index.ts";
import { Loading } from "../../ui/Loading.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { acceptGroundRules, useGroundRules } from "./groundRulesApi.ts";
import { GroundRulesText } from "./GroundRulesText.tsx";
import "./sessions.css";

interface GateProps {
  readonly caseId: string;
  readonly children: ReactNode;
}

/** Nobody enters the room before accepting its ground rules; once accepted they are not asked for again. */
export function GroundRulesGate({ caseId, children }: GateProps) {
  const rules = useGroundRules(caseId);
  if (rules.isPending) return <Loading />;
  if (!rules.data?.mustAccept) return children;
  return <Rules caseId={caseId} version={rules.data.version} onAccepted={() => void rules.refetch()} />;
}

interface RulesProps {
  readonly caseId: string;
  readonly version: string;
  readonly onAccepted: () => void;
}

function Rules({ caseId, version, onAccepted }: RulesProps) {
  const { t } = useTranslation();
  const { title, accept } = GROUND_RULES_TEXT[useLanguage()];
  const [agreed, setAgreed] = useState(false);
  const enter = useCommand({
    run: (_: void, key) => acceptGroundRules(caseId, version, key),
    onDone: onAccepted,
  });
  return (
    <>
      <PageHeader title={title} />
      <Panel>
        <div className="ground-rules-page">
          <GroundRulesText />
          <p className="ground-rules-version">{t("sessions.rules.version", { version })}</p>
          <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
            {accept}
          </Checkbox>
          <div className="session-acts">
            <Button
              type="primary"
              disabled={!agreed}
              loading={enter.isPending}
              onClick={() => enter.mutate()}
            >
              {t("sessions.rules.enter")}
            </Button>
            <Link to={`/cases/${caseId}`}>{t("sessions.rules.back")}</Link>
          </div>
        </div>
      </Panel>
    </>
  );
}
