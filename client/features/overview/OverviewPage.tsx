import { useTranslation } from "react-i18next";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useOverview } from "./api.ts";
import { Figures } from "./Figures.tsx";
import { Funnel } from "./Funnel.tsx";
import { Stages } from "./Stages.tsx";
import "./overview.css";

export function OverviewPage() {
  const { t } = useTranslation();
  const overview = useOverview();
  return (
    <>
      <PageHeader title={t("overview.title")} />
      <Loaded of={overview}>
        {(data) => (
          <div className="overview-page">
            <Panel className="wide">
              <Figures overview={data} />
            </Panel>
            <Panel title={t("overview.participation")}>
              <p className="hint">{t("overview.participationNote")}</p>
              <Funnel funnel={data.funnel} />
            </Panel>
            <Panel title={t("overview.stages")}>
              <Stages byStage={data.byStage} />
            </Panel>
          </div>
        )}
      </Loaded>
    </>
  );
}
