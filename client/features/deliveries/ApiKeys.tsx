import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SCOPE_KEYS } from "../../i18n/deliveries.zh.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type Tone, ToneTag } from "../../ui/ToneTag.tsx";
import { type ApiKey, revokeApiKey, useApiKeys } from "./api.ts";
import { NewKeyDialog } from "./NewKeyDialog.tsx";
import { ShownOnce } from "./ShownOnce.tsx";

const toneOf: Record<ApiKey["state"], Tone> = { active: "good", expired: "ended", revoked: "ended" };

export function ApiKeys() {
  const { t } = useTranslation();
  const keys = useApiKeys();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string>();
  return (
    <>
      <div className="tab-head">
        <p className="hint">{t("deliveries.keys.intro")}</p>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t("deliveries.keys.add")}
        </Button>
      </div>
      <Loaded of={keys}>
        {(items) =>
          items.length === 0 ? (
            <Panel>
              <EmptyState title={t("deliveries.keys.empty")}>{t("deliveries.keys.emptyText")}</EmptyState>
            </Panel>
          ) : (
            <KeyTable items={items} />
          )
        }
      </Loaded>
      {adding && (
        <NewKeyDialog
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false);
            setMade(key);
          }}
        />
      )}
      {made !== undefined && (
        <ShownOnce
          title={t("deliveries.keys.made")}
          value={made}
          note={t("deliveries.keys.madeNote")}
          onClose={() => setMade(undefined)}
        />
      )}
    </>
  );
}

function KeyTable({ items }: { readonly items: readonly ApiKey[] }) {
  const { t } = useTranslation();
  const revoke = useCommand({ run: revokeApiKey, done: t("deliveries.keys.revoked") });
  const columns: readonly Column<ApiKey>[] = [
    {
      key: "name",
      title: t("deliveries.keys.name"),
      leads: true,
      render: (key) => (
        <>
          <strong>{key.name}</strong>
          <span className="sub tabular">parley_…{key.hint}</span>
        </>
      ),
    },
    {
      key: "state",
      title: t("words.status"),
      render: ({ state }) => <ToneTag tone={toneOf[state]}>{t(`deliveries.keys.state.${state}`)}</ToneTag>,
    },
    {
      key: "scopes",
      title: t("deliveries.keys.scopes"),
      render: ({ scopes }) =>
        scopes.map((scope) => t(`deliveries.scope.${SCOPE_KEYS[scope]}`)).join(t("deliveries.and")),
    },
    {
      key: "used",
      title: t("deliveries.keys.lastUsed"),
      render: ({ lastUsedAt }) =>
        lastUsedAt === null ? (
          <span className="faint">{t("deliveries.keys.neverUsed")}</span>
        ) : (
          <DateText value={lastUsedAt} precision="minute" />
        ),
    },
    {
      key: "expires",
      title: t("deliveries.keys.expires"),
      render: ({ expiresAt }) => <DateText value={expiresAt} />,
    },
    {
      key: "revoke",
      title: t("deliveries.actions"),
      render: (key) =>
        key.abilities.includes("revoke") && (
          <ConfirmButton
            danger
            size="small"
            ask={t("deliveries.keys.revokeAsk", { name: key.name })}
            onConfirm={() =>
              revoke.mutateAsync(key.id).then(
                () => undefined,
                () => undefined,
              )
            }
          >
            {t("deliveries.keys.revoke")}
          </ConfirmButton>
        ),
    },
  ];
  return (
    <DataTable caption={t("deliveries.tabs.keys")} columns={columns} rows={items} rowKey={(key) => key.id} />
  );
}
