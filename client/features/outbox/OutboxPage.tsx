import { Alert, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NOTICE_KINDS, type NoticeKind } from "../../../shared/outreach/noticeText.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useOutbox } from "./api.ts";
import { NoticeCard } from "./NoticeCard.tsx";
import "./outbox.css";

export function OutboxPage() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<NoticeKind>();
  const outbox = useOutbox(kind);
  return (
    <>
      <PageHeader title={t("outbox.title")} />
      <Alert type="info" showIcon title={t("outbox.intro")} className="outbox-note" />
      <div className="toolbar">
        <Select<NoticeKind | "all">
          value={kind ?? "all"}
          onChange={(value) => setKind(value === "all" ? undefined : value)}
          aria-label={t("outbox.filter")}
          style={{ width: 180 }}
          options={[
            { value: "all", label: t("outbox.allKinds") },
            ...NOTICE_KINDS.map((value) => ({ value, label: t(`outbox.kind.${value}`) })),
          ]}
        />
      </div>
      <Loaded of={outbox}>
        {(notices) =>
          notices.length === 0 ? (
            <Panel>
              <EmptyState title={t("outbox.empty")}>{t("outbox.emptyText")}</EmptyState>
            </Panel>
          ) : (
            <>
              <ul className="notices">
                {notices.map((notice) => (
                  <NoticeCard key={notice.id} notice={notice} />
                ))}
              </ul>
              <MoreButton list={outbox} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
