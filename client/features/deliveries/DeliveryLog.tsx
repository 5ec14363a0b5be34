import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { PING, WEBHOOK_EVENTS, type MessageType } from "../../../shared/deliveries/eventTypes.ts";
import { DELIVERY_STATUSES, type DeliveryStatus } from "../../../shared/deliveries/lifecycle.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type DeliveryRow, useDeliveries, useEndpoints } from "./api.ts";
import { DeliveryDialog } from "./DeliveryDialog.tsx";
import { DeliveryStatusTag } from "./DeliveryStatusTag.tsx";
import { useOutcomeText } from "./useOutcomeText.ts";

const ALL = "all";
const TYPES: readonly MessageType[] = [...WEBHOOK_EVENTS, PING];

export function DeliveryLog() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const [status, setStatus] = useState<DeliveryStatus>();
  const [type, setType] = useState<MessageType>();
  const [endpointId, setEndpointId] = useState(params.get("endpoint") ?? undefined);
  const [opened, setOpened] = useState<string>();
  const deliveries = useDeliveries({ endpointId, status, type });
  const endpoints = useEndpoints();
  return (
    <>
      <search className="toolbar">
        <Choice
          label={t("deliveries.log.endpoint")}
          all={t("deliveries.log.allEndpoints")}
          value={endpointId}
          onChange={setEndpointId}
          options={(endpoints.data ?? []).map(({ id, url, description }) => ({
            value: id,
            label: description || url,
          }))}
        />
        <Choice
          label={t("deliveries.log.type")}
          all={t("deliveries.log.allTypes")}
          value={type}
          onChange={setType}
          options={TYPES.map((value) => ({
            value,
            label: t(`deliveries.event.${value}`),
          }))}
        />
        <Choice
          label={t("words.status")}
          all={t("deliveries.log.allStatuses")}
          value={status}
          onChange={setStatus}
          options={DELIVERY_STATUSES.map((value) => ({ value, label: t(`deliveries.log.status.${value}`) }))}
        />
        <Button onClick={() => void deliveries.refetch()} loading={deliveries.isRefetching}>
          {t("deliveries.log.refresh")}
        </Button>
      </search>
      <Loaded of={deliveries}>
        {(rows) =>
          rows.length === 0 ? (
            <Panel>
              <EmptyState title={t("deliveries.log.empty")}>{t("deliveries.log.emptyText")}</EmptyState>
            </Panel>
          ) : (
            <>
              <LogTable rows={rows} onOpen={setOpened} />
              <MoreButton list={deliveries} />
            </>
          )
        }
      </Loaded>
      {opened !== undefined && <DeliveryDialog id={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly all: string;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
  readonly options: readonly { readonly value: T; readonly label: string }[];
}

function Choice<T extends string>({ label, all, value, onChange, options }: ChoiceProps<T>) {
  return (
    <Select<string>
      className="choice"
      aria-label={label}
      value={value ?? ALL}
      onChange={(chosen) => onChange(options.find((option) => option.value === chosen)?.value)}
      options={[{ value: ALL, label: all }, ...options]}
    />
  );
}

function LogTable({
  rows,
  onOpen,
}: {
  readonly rows: readonly DeliveryRow[];
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useTranslation();
  const outcomeText = useOutcomeText();
  const columns: readonly Column<DeliveryRow>[] = [
    {
      key: "type",
      title: t("deliveries.log.message"),
      leads: true,
      render: (row) => (
        <>
          <strong>{t(`deliveries.event.${row.type}`)}</strong>
          <span className="sub tabular">{row.caseNumber ?? row.type}</span>
        </>
      ),
    },
    { key: "status", title: t("words.status"), render: (row) => <DeliveryStatusTag status={row.status} /> },
    {
      key: "last",
      title: t("deliveries.log.last"),
      render: (row) =>
        row.lastOutcome === null ? (
          <span className="faint">{t("deliveries.log.notTried")}</span>
        ) : (
          outcomeText(row.lastOutcome, row.lastStatus)
        ),
    },
    {
      key: "attempts",
      title: t("deliveries.log.attempts"),
      align: "right",
      render: (row) => <span className="tabular">{row.attempts}</span>,
    },
    {
      key: "created",
      title: t("deliveries.log.created"),
      render: (row) => <DateText value={row.createdAt} precision="minute" />,
    },
    {
      key: "open",
      title: t("deliveries.actions"),
      render: (row) => (
        <Button
          size="small"
          aria-label={`${t("deliveries.log.open")} ${t(`deliveries.event.${row.type}`)} ${row.caseNumber ?? ""}`}
          onClick={() => onOpen(row.id)}
        >
          {t("deliveries.log.open")}
        </Button>
      ),
    },
  ];
  return (
    <DataTable caption={t("deliveries.tabs.log")} columns={columns} rows={rows} rowKey={(row) => row.id} />
  );
}
