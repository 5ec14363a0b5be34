import { useTranslation } from "react-i18next";
import { roleMay } from "../../../shared/api/permissions.ts";
import { useMe } from "../../api/me.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { usePolicy } from "./api.ts";
import { PolicyForm } from "./PolicyForm.tsx";
import { PolicyHistory } from "./PolicyHistory.tsx";

export function PolicyPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const policy = usePolicy();
  const editable = me ? roleMay(me.role, "policy:edit") : false;
  return (
    <>
      <PageHeader title={t("concessions.policyTitle")} description={t("concessions.policyIntro")} />
      <div className="policy-panels">
        <Loaded of={policy}>
          {(data) => (
            <Panel
              title={
                data.version === 0
                  ? t("concessions.noVersion")
                  : t("concessions.version", { version: data.version })
              }
            >
              {!editable && <p className="hint">{t("concessions.policyReadOnly")}</p>}
              <p className="hint">{t("concessions.rulesIntro")}</p>
              <PolicyForm key={data.version} policy={data} editable={editable} />
            </Panel>
          )}
        </Loaded>
        <PolicyHistory />
      </div>
    </>
  );
}
