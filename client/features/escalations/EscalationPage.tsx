import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { roleMay } from "../../../shared/api/permissions.ts";
import { useMe } from "../../api/me.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { type Escalation, useEscalation } from "./api.ts";
import { EscalationState } from "./EscalationState.tsx";
import { EscalationStatusTag } from "./EscalationStatusTag.tsx";
import { OutcomeDialog } from "./OutcomeDialog.tsx";
import { PacketView } from "./PacketView.tsx";
import "./escalations.css";

export function EscalationPage() {
  const { escalationId = "" } = useParams();
  const escalation = useEscalation(escalationId);
  return <Loaded of={escalation}>{(data) => <EscalationView escalation={data} />}</Loaded>;
}

function EscalationView({ escalation }: { readonly escalation: Escalation }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [concluding, setConcluding] = useState(false);
  const { lawyer, caseId, caseNumber, abilities, id } = escalation;
  const readsCase = me ? roleMay(me.role, "case:read") : false;
  return (
    <>
      <PageHeader
        title={`${t("escalations.packet")} ${caseNumber}`}
        tags={<EscalationStatusTag status={escalation.status} />}
        description={
          <>
            {escalation.platformName} · {escalation.borrowerName} ·{lawyer.name} · {lawyer.firm}
            {readsCase && (
              <>
                {" · "}
                <Link to={`/cases/${caseId}`}>{t("words.openCase")}</Link>
              </>
            )}
          </>
        }
        actions={
          <>
            {abilities.includes("download") && (
              <>
                <Button type="primary" href={`/api/escalations/${id}/packet.pdf`}>
                  {t("escalations.downloadPdf")}
                </Button>
                <Button href={`/api/escalations/${id}/packet.zip`}>{t("escalations.downloadZip")}</Button>
              </>
            )}
            {abilities.includes("conclude") && (
              <Button onClick={() => setConcluding(true)}>{t("escalations.conclude")}</Button>
            )}
          </>
        }
      />
      <div className="panels">
        <EscalationState escalation={escalation} />
        <PacketView escalation={escalation} />
      </div>
      <OutcomeDialog escalationId={id} open={concluding} onClose={() => setConcluding(false)} />
    </>
  );
}
