import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { roleMay } from "../../../shared/api/permissions.ts";
import { useMe } from "../../api/me.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { AgreementTab } from "../agreements/AgreementTab.tsx";
import { CapacityTab } from "../capacity/CapacityTab.tsx";
import { ConfirmationTab } from "../confirmations/ConfirmationTab.tsx";
import { EvidenceTab } from "../exhibits/EvidenceTab.tsx";
import { Timeline } from "../journal/Timeline.tsx";
import { useCase } from "./api.ts";
import { CaseActions } from "./CaseActions.tsx";
import { CaseStage } from "./CaseStage.tsx";
import { DebtTab } from "./DebtTab.tsx";
import { OverviewTab } from "./OverviewTab.tsx";
import type { CaseFile } from "./types.ts";
import "./caseFile.css";

export function CasePage() {
  const { caseId = "" } = useParams();
  const file = useCase(caseId);
  return <Loaded of={file}>{(theCase) => <CaseFileView theCase={theCase} />}</Loaded>;
}

function CaseFileView({ theCase }: { readonly theCase: CaseFile }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={theCase.number}
        tags={<CaseStage of={theCase} />}
        description={
          <>
            {theCase.borrower.name} · {theCase.platform.name}
            {theCase.mediator && ` · ${t("words.mediator")} ${theCase.mediator.name}`}
            {theCase.terminationReason !== null && (
              <div>
                {t("cases.terminatedBecause", { reason: t(`words.reason.${theCase.terminationReason}`) })}
              </div>
            )}
          </>
        }
        actions={<CaseActions theCase={theCase} />}
      />
      <CaseTabs theCase={theCase} />
    </>
  );
}

type TabKey = "overview" | "debt" | "timeline" | "agreement" | "exhibits";

function CaseTabs({ theCase }: { readonly theCase: CaseFile }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { data: me } = useMe();
  const tab = (key: TabKey, children: ReactNode) => ({ key, label: t(`cases.tabs.${key}`), children });
  const items = [
    tab("overview", <OverviewTab theCase={theCase} />),
    tab("debt", <DebtTab theCase={theCase} />),
    ...(me && roleMay(me.role, "capacity:read")
      ? [{ key: "capacity", label: t("capacity.title"), children: <CapacityTab caseId={theCase.id} /> }]
      : []),
    tab("timeline", <Timeline caseId={theCase.id} />),
    tab("agreement", <AgreementTab caseId={theCase.id} />),
    {
      key: "confirmation",
      label: t("confirmations.title"),
      children: <ConfirmationTab caseId={theCase.id} />,
    },
    ...(me && roleMay(me.role, "exhibit:read") ? [tab("exhibits", <EvidenceTab theCase={theCase} />)] : []),
  ];
  const asked = params.get("tab");
  return (
    <Tabs
      className="case-tabs"
      activeKey={items.find(({ key }) => key === asked)?.key ?? "overview"}
      onChange={(key) => setParams(key === "overview" ? {} : { tab: key }, { replace: true })}
      items={items}
      destroyOnHidden
    />
  );
}
