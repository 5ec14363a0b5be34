import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SigningOrder } from "../../../shared/agreements/order.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { usePartyList } from "../cases/usePartyList.ts";
import { type SettingsVersions, useSigningSettings } from "./api.ts";
import { SigningSettingsDialog } from "./SigningSettingsDialog.tsx";

type Version = SettingsVersions["versions"][number];

/** How this centre has agreements signed: who after whom, how long, and when people are reminded. */
export function SigningSettingsPage() {
  const { t } = useTranslation();
  const settings = useSigningSettings();
  const [editing, setEditing] = useState(false);
  const edit = (
    <Button type="primary" onClick={() => setEditing(true)}>
      {t("signing.settings.edit")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("signing.settings.title")}
        description={t("signing.settings.intro")}
        actions={edit}
      />
      <Loaded of={settings}>
        {(found) => (
          <div className="panels">
            <InForce found={found} />
            {found.versions.length > 0 && <Versions versions={found.versions} />}
            {editing && <SigningSettingsDialog found={found} onClose={() => setEditing(false)} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

function InForce({ found }: { readonly found: SettingsVersions }) {
  const { t } = useTranslation();
  const order = useOrderText();
  const { settings, version } = found;
  return (
    <Panel title={version === 0 ? t("signing.settings.usual") : t("signing.settings.version", { version })}>
      <DataList
        items={[
          { label: t("signing.settings.order"), value: order(settings.order) },
          {
            label: t("signing.settings.deadline"),
            value: t("signing.settings.days", { count: settings.deadlineDays }),
          },
          { label: t("signing.settings.reminders"), value: useReminderText()(settings.remindDaysBefore) },
        ]}
      />
    </Panel>
  );
}

function Versions({ versions }: { readonly versions: readonly Version[] }) {
  const { t } = useTranslation();
  const order = useOrderText();
  const reminders = useReminderText();
  const columns: Column<Version>[] = [
    {
      key: "version",
      title: t("signing.settings.no"),
      leads: true,
      render: ({ version }) => String(version),
    },
    { key: "order", title: t("signing.settings.order"), render: ({ settings }) => order(settings.order) },
    {
      key: "days",
      title: t("signing.settings.deadline"),
      render: ({ settings }) => t("signing.settings.days", { count: settings.deadlineDays }),
    },
    {
      key: "reminders",
      title: t("signing.settings.reminders"),
      render: ({ settings }) => reminders(settings.remindDaysBefore),
    },
    { key: "by", title: t("signing.settings.setBy"), render: ({ setByName }) => setByName },
    {
      key: "at",
      title: t("signing.settings.setAt"),
      render: ({ createdAt }) => <DateText value={createdAt} precision="minute" />,
    },
  ];
  return (
    <DataTable
      caption={t("signing.settings.versions")}
      columns={columns}
      rows={versions}
      rowKey={({ version }) => String(version)}
    />
  );
}

/** The parties in their turn, and the centre after all of them. */
function useOrderText(): (order: SigningOrder) => string {
  const { t } = useTranslation();
  const list = usePartyList();
  return (order) => [...order.map(list), t("signing.settings.centreSeals")].join(t("signing.settings.then"));
}

function useReminderText(): (days: readonly number[]) => string {
  const { t } = useTranslation();
  return (days) =>
    days.length === 0
      ? t("signing.settings.noReminders")
      : t("signing.settings.daysBefore", {
          days: days.toSorted((a, b) => b - a).join(t("journal.listSeparator")),
        });
}
