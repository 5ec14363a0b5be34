import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { roleMay } from "../../../shared/api/permissions.ts";
import { useMe } from "../../api/me.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import { usePartyList } from "../cases/usePartyList.ts";
import { type Exhibit, useExhibits, withdrawExhibit } from "./api.ts";
import { ExhibitDialog } from "./ExhibitDialog.tsx";
import "./exhibits.css";

export function ExhibitList({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const exhibits = useExhibits(caseId);
  const [adding, setAdding] = useState(false);
  const add = me && roleMay(me.role, "exhibit:add") && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t("exhibits.add")}
    </Button>
  );
  return (
    <Panel title={t("exhibits.title")} actions={add}>
      <p className="hint">{t("exhibits.intro")}</p>
      <Loaded of={exhibits}>
        {(rows) =>
          rows.length === 0 ? <EmptyState title={t("exhibits.empty")} /> : <ExhibitTable rows={rows} />
        }
      </Loaded>
      {me && (
        <ExhibitDialog
          caseId={caseId}
          party={me.role === "mediator" ? "mediator" : "platform"}
          open={adding}
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  );
}

function ExhibitTable({ rows }: { readonly rows: readonly Exhibit[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Exhibit>[] = [
    {
      key: "name",
      title: t("exhibits.name"),
      leads: true,
      render: (row) => (
        <span className={row.withdrawnAt === null ? "" : "exhibit-gone"}>
          <strong>{row.name}</strong>
          <span className="sub">
            {t(`exhibits.groups.${row.groupNo}`)} · {row.source}
            {row.pageCount !== null && ` · ${t("agreements.pages", { count: row.pageCount })}`}
          </span>
        </span>
      ),
    },
    { key: "party", title: t("exhibits.party"), render: (row) => t(`words.party.${row.party}`) },
    { key: "labels", title: t("exhibits.readers"), render: (row) => <Labels row={row} /> },
    { key: "actions", title: t("words.actions"), render: (row) => <RowActions row={row} /> },
  ];
  return <DataTable caption={t("exhibits.title")} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

/** Who may see it and whether it may go to court, said in words on every row. */
function Labels({ row }: { readonly row: Exhibit }) {
  const { t } = useTranslation();
  const list = usePartyList();
  return (
    <span>
      {list(row.audience)}
      <span className="exhibit-tags">
        <ToneTag tone={row.disclosure === "shareable" ? "working" : "waiting"}>
          {t(`words.disclosure.${row.disclosure}`)}
        </ToneTag>
        {row.inPacket && <ToneTag tone="good">{t("exhibits.inPacket")}</ToneTag>}
        {row.withdrawnAt !== null && <ToneTag tone="ended">{t("exhibits.withdrawn")}</ToneTag>}
      </span>
    </span>
  );
}

function RowActions({ row }: { readonly row: Exhibit }) {
  const { t } = useTranslation();
  const withdraw = useCommand({
    run: (_, key) => withdrawExhibit(row.id, key),
    done: t("exhibits.withdrawnDone"),
  });
  return (
    <span className="button-row">
      {row.abilities.includes("download") && (
        <Button
          size="small"
          href={`/api/exhibits/${row.id}/file`}
          aria-label={`${t("common.download")} ${row.name}`}
        >
          {t("common.download")}
        </Button>
      )}
      {row.abilities.includes("withdraw") && (
        <ConfirmButton
          size="small"
          danger
          ask={t("exhibits.withdrawAsk")}
          aria-label={`${t("exhibits.withdraw")} ${row.name}`}
          onConfirm={() =>
            withdraw.mutateAsync().then(
              () => undefined,
              () => undefined,
            )
          }
        >
          {t("exhibits.withdraw")}
        </ConfirmButton>
      )}
    </span>
  );
}
