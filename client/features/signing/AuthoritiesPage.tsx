import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { authorityFault } from "../../../shared/agreements/authority.ts";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import { fen, ZERO_FEN } from "../../../shared/money/fen.ts";
import { useMe } from "../../api/me.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import { type Authority, authorityDocumentUrl, revokeAuthority, useAuthorities } from "./api.ts";
import { AuthorityDialog } from "./AuthorityDialog.tsx";

/** Who may sign agreements for this platform, and by which paper. */
export function AuthoritiesPage() {
  const { t } = useTranslation();
  const authorities = useAuthorities();
  const may = useMayEdit();
  const [adding, setAdding] = useState(false);
  const add = may && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t("signing.authority.add")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("signing.authority.title")}
        description={t("signing.authority.intro")}
        actions={add}
      />
      <Loaded of={authorities}>
        {({ items, signatories }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={t("signing.authority.empty")}>{t("signing.authority.emptyText")}</EmptyState>
            ) : (
              <AuthorityTable items={items} may={may} />
            )}
            {adding && <AuthorityDialog signatories={signatories} onClose={() => setAdding(false)} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function AuthorityTable({ items, may }: { readonly items: readonly Authority[]; readonly may: boolean }) {
  const { t } = useTranslation();
  const revoking = useCommand<string>({ run: revokeAuthority, done: t("signing.authority.revoked") });
  const columns: Column<Authority>[] = [
    { key: "who", title: t("signing.authority.who"), leads: true, render: ({ staffName }) => staffName },
    { key: "number", title: t("signing.authority.number"), render: ({ number }) => number },
    {
      key: "scope",
      title: t("signing.authority.scope"),
      align: "right",
      render: ({ maxTotalFen }) =>
        maxTotalFen === null ? t("signing.authority.anySum") : <Money fen={fen(maxTotalFen)} />,
    },
    {
      key: "from",
      title: t("signing.authority.from"),
      render: ({ validFrom }) => <DateText value={validFrom} />,
    },
    {
      key: "to",
      title: t("signing.authority.to"),
      render: ({ validTo }) =>
        validTo === null ? t("signing.authority.noEnd") : <DateText value={validTo} />,
    },
    {
      key: "document",
      title: t("signing.authority.document"),
      render: ({ id, documentName }) => <a href={authorityDocumentUrl(id)}>{documentName}</a>,
    },
    { key: "status", title: t("signing.authority.status"), render: (row) => <Standing authority={row} /> },
    {
      key: "revoke",
      title: "",
      render: ({ id, revokedAt }) =>
        may && revokedAt === null ? (
          <ConfirmButton
            size="small"
            danger
            ask={t("signing.authority.revokeAsk")}
            onConfirm={() => revoking.mutateAsync(id).then(rest, rest)}
          >
            {t("signing.authority.revoke")}
          </ConfirmButton>
        ) : null,
    },
  ];
  return (
    <DataTable
      caption={t("signing.authority.title")}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
    />
  );
}

function Standing({ authority }: { readonly authority: Authority }) {
  const { t } = useTranslation();
  const { maxTotalFen, validFrom, validTo, revokedAt } = authority;
  const [today] = useState(() => shanghaiDateOf(new Date()));
  const fault = authorityFault(
    { maxTotalFen: maxTotalFen === null ? null : fen(maxTotalFen), validFrom, validTo, revokedAt },
    { totalFen: ZERO_FEN, today },
  );
  return (
    <ToneTag tone={fault === null ? "good" : "ended"}>
      {t(`signing.authority.standing.${fault ?? "valid"}`)}
    </ToneTag>
  );
}

function useMayEdit(): boolean {
  const me = useMe();
  return me.data?.permissions.includes("authority:edit") ?? false;
}

/** A refusal has been said already; the button only has to come to rest. */
function rest(): void {}
