import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { roleMay } from "../../../shared/api/permissions.ts";
import { CASE_TRANSITIONS } from "../../../shared/cases/lifecycle.ts";
import { useMe } from "../../api/me.ts";
import { DateText } from "../../ui/DateText.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import type { CaseFile } from "../cases/types.ts";
import { type EscalationRow, useEscalation, useEscalations } from "./api.ts";
import { EscalationState } from "./EscalationState.tsx";
import { EscalationStatusTag } from "./EscalationStatusTag.tsx";
import { RequestDialog } from "./RequestDialog.tsx";
import "./escalations.css";

/** The way to court as the platform sees it in a case: ask for it, watch the packet being made, follow it. */
export function EscalationSection({ theCase }: { readonly theCase: CaseFile }) {
  const { t } = useTranslation();
  const escalations = useEscalations(undefined);
  return (
    <Panel title={t("escalations.section")}>
      <Loaded of={escalations}>
        {(rows) => {
          const row = rows.find((each) => each.caseId === theCase.id);
          return row ? <Existing row={row} /> : <NotYet theCase={theCase} />;
        }}
      </Loaded>
    </Panel>
  );
}

function Existing({ row }: { readonly row: EscalationRow }) {
  const { t } = useTranslation();
  const escalation = useEscalation(row.id);
  return (
    <div className="escalation-row">
      <p className="escalation-facts">
        <EscalationStatusTag status={escalation.data?.status ?? row.status} />
        <span>
          {row.lawyerName} · {row.firmName}
        </span>
        <span className="faint">
          {t("escalations.requestedAt")} <DateText value={row.requestedAt} precision="minute" />
        </span>
        <LinkButton to={`/escalations/${row.id}`}>{t("escalations.open")}</LinkButton>
      </p>
      {escalation.data && <EscalationState escalation={escalation.data} />}
    </div>
  );
}

function NotYet({ theCase }: { readonly theCase: CaseFile }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [asking, setAsking] = useState(false);
  const possible = CASE_TRANSITIONS[theCase.stage].hand_to_lawyer !== null;
  const may = me !== undefined && me !== null && roleMay(me.role, "escalation:request");
  return (
    <>
      <p className="hint">{t(possible ? "escalations.notRequested" : "escalations.cannotYet")}</p>
      {possible && may && (
        <Button type="primary" onClick={() => setAsking(true)}>
          {t("escalations.request")}
        </Button>
      )}
      <RequestDialog caseId={theCase.id} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}
