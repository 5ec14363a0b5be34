import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useEndpoints } from "./api.ts";
import { EndpointCard } from "./EndpointCard.tsx";
import { EndpointDialog } from "./EndpointDialog.tsx";
import { ShownOnce } from "./ShownOnce.tsx";

/** Where a platform's systems are told of what happens. */
export function Endpoints() {
  const { t } = useTranslation();
  const endpoints = useEndpoints();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t("deliveries.endpoints.add")}
    </Button>
  );
  return (
    <>
      <div className="tab-head">
        <p className="hint">{t("deliveries.endpoints.intro")}</p>
        {add}
      </div>
      <Loaded of={endpoints}>
        {(items) =>
          items.length === 0 ? (
            <Panel>
              <EmptyState title={t("deliveries.endpoints.empty")}>
                {t("deliveries.endpoints.emptyText")}
              </EmptyState>
            </Panel>
          ) : (
            <div className="panels">
              {items.map((endpoint) => (
                <EndpointCard key={endpoint.id} endpoint={endpoint} onSecret={setSecret} />
              ))}
            </div>
          )
        }
      </Loaded>
      {adding && (
        <EndpointDialog
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false);
            setSecret(made);
          }}
        />
      )}
      {secret !== undefined && (
        <ShownOnce
          title={t("deliveries.endpoints.secret")}
          value={secret}
          note={t("deliveries.endpoints.secretNote")}
          onClose={() => setSecret(undefined)}
        />
      )}
    </>
  );
}
