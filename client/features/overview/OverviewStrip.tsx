import { useTranslation } from "react-i18next";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useOverview } from "./api.ts";
import { Figures } from "./Figures.tsx";
import { Funnel } from "./Funnel.tsx";
import { Stages } from "./Stages.tsx";
import "./overview.css";

/** The figures beside the queue. */
export function OverviewStrip() {
  const { t } = useTranslation();
  const overview = useOverview();
  return (
    <aside className="overview-strip" aria-label={t("overview.title")}>
      <Loaded of={overview}>
        {(data) => (
          <>
            <Panel title={t("overview.participation")}>
              <Funnel funnel={data.funnel} />
            </Panel>
            <Panel title={t("overview.stages")}>
              <Stages byStage={data.byStage} />
            </Panel>
            <Panel>
              <Figures overview={data} />
            </Panel>
          </>
        )}
      </Loaded>
    </aside>
  );
}
