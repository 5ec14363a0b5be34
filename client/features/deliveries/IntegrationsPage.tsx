import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ApiKeys } from "./ApiKeys.tsx";
import { DeliveryLog } from "./DeliveryLog.tsx";
import { Endpoints } from "./Endpoints.tsx";
import "./deliveries.css";

/** How a platform's own systems ask, and how they are told. */
export function IntegrationsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const items = [
    { key: "endpoints", label: t("deliveries.tabs.endpoints"), children: <Endpoints /> },
    { key: "log", label: t("deliveries.tabs.log"), children: <DeliveryLog /> },
    { key: "keys", label: t("deliveries.tabs.keys"), children: <ApiKeys /> },
  ];
  const asked = params.get("tab");
  return (
    <>
      <PageHeader title={t("deliveries.title")} description={t("deliveries.intro")} />
      <Tabs
        activeKey={items.find(({ key }) => key === asked)?.key ?? "endpoints"}
        onChange={(key) => setParams(key === "endpoints" ? {} : { tab: key }, { replace: true })}
        items={items}
        destroyOnHidden
      />
    </>
  );
}
