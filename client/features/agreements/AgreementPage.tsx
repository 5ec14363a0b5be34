import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { PlanPanel } from "../performance/PlanPanel.tsx";
import { AgreementActions } from "./AgreementActions.tsx";
import { AgreementStatusTag } from "./AgreementStatusTag.tsx";
import { AgreementView } from "./AgreementView.tsx";
import { useAgreement } from "./api.ts";

export function AgreementPage() {
  const { t } = useTranslation();
  const { agreementId = "" } = useParams();
  const agreement = useAgreement(agreementId);
  return (
    <Loaded of={agreement}>
      {(data) => (
        <>
          <PageHeader
            title={data.number}
            tags={<AgreementStatusTag status={data.status} />}
            description={
              <>
                {data.facts.borrower} · {data.facts.platform} ·{" "}
                <Link to={`/cases/${data.caseId}?tab=agreement`}>
                  {t("words.case")} {data.caseNumber}
                </Link>
              </>
            }
            actions={<AgreementActions agreement={data} />}
          />
          <div className="panels">
            {data.status === "sealed" && <PlanPanel caseId={data.caseId} />}
            <AgreementView agreement={data} />
          </div>
        </>
      )}
    </Loaded>
  );
}
