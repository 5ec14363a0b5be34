import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PlanPanel } from "../performance/PlanPanel.tsx";
import { AgreementActions } from "./AgreementActions.tsx";
import { AgreementStatusTag } from "./AgreementStatusTag.tsx";
import { AgreementView } from "./AgreementView.tsx";
import { useAgreementOfCase } from "./api.ts";
import "./agreements.css";

/** The newest agreement of a case, and how it is being performed. */
export function AgreementTab({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const agreement = useAgreementOfCase(caseId);
  return (
    <Loaded of={agreement}>
      {(data) =>
        data === null ? (
          <Panel>
            <EmptyState title={t("agreements.noneInCase")}>{t("agreements.noneInCaseText")}</EmptyState>
          </Panel>
        ) : (
          <div className="panels">
            <Panel className="agreement-head">
              <strong className="tabular">{data.number}</strong>
              <AgreementStatusTag status={data.status} />
              <div className="button-row">
                <AgreementActions agreement={data} />
              </div>
            </Panel>
            {/* Also while another agreement is on its way: the one in force goes on. */}
            {(data.status === "sealed" || data.supersedes !== null) && <PlanPanel caseId={caseId} />}
            <AgreementView agreement={data} />
          </div>
        )
      }
    </Loaded>
  );
}
