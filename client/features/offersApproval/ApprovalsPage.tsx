import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type QueueItem, useQueue } from "../queue/api.ts";
import { useOffersToApprove } from "./api.ts";
import { ApprovalCard } from "./ApprovalCard.tsx";
import "./approvals.css";

export function ApprovalsPage() {
  const { t } = useTranslation();
  const queue = useQueue();
  return (
    <>
      <PageHeader title={t("concessions.approvalsTitle")} description={t("concessions.approvalsIntro")} />
      <Loaded of={queue}>
        {({ items }) => (
          <Waiting
            items={items.filter(
              ({ action }) => action === "approve_offer" || action === "approve_acceptance",
            )}
          />
        )}
      </Loaded>
    </>
  );
}

function Waiting({ items }: { readonly items: readonly QueueItem[] }) {
  const { t } = useTranslation();
  const answers = useOffersToApprove(items.map(({ caseId }) => caseId));
  const failed = answers.find(({ error }) => error !== null);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (answers.some(({ isPending }) => isPending)) return <Loading />;
  const waiting = items.flatMap((item, index) =>
    (answers[index]?.data ?? []).map((offer) => ({ item, offer })),
  );
  if (waiting.length === 0)
    return (
      <Panel>
        <EmptyState title={t("concessions.approvalsEmpty")}>{t("concessions.approvalsEmptyText")}</EmptyState>
      </Panel>
    );
  return (
    <div className="panels">
      {waiting.map(({ item, offer }) => (
        <ApprovalCard key={offer.id} item={item} offer={offer} />
      ))}
    </div>
  );
}
