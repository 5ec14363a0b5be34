import { App, Button, Modal, Select } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProposalView } from "../../../shared/proposals/proposalView.ts";
import type { Rounds } from "../../../shared/proposals/rounds.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { openProposal, saveDraft, withdrawProposal } from "./api.ts";

const OfferEditor = lazy(() =>
  import("../offers/OfferEditor.tsx").then((module) => ({ default: module.OfferEditor })),
);

const HOUR_MS = 3_600_000;
const LASTS_HOURS = [1, 12, 24, 48, 72, 168] as const;
const DAY_HOURS = 24;

interface MediatorActionsProps {
  readonly caseId: string;
  readonly running: ProposalView | null | undefined;
  readonly rounds: Rounds;
  readonly paused: boolean;
}

/** Draw up, send, take back. Nothing here depends on what anybody answered. */
export function MediatorActions({ caseId, running = null, rounds, paused }: MediatorActionsProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [editing, setEditing] = useState(false);
  const [sending, setSending] = useState(false);
  const drafted = running?.status === "drafted";
  const end = useCommand({
    run: (proposal: ProposalView, key) => withdrawProposal(proposal, key),
    done: t(drafted ? "proposals.discarded" : "proposals.withdrawn"),
  });
  const may = (ability: ProposalView["abilities"][number]) => running?.abilities.includes(ability) === true;
  const askEnd = (proposal: ProposalView) => {
    if (drafted) {
      end.mutate(proposal);
      return;
    }
    modal.confirm({
      title: t("proposals.withdrawTitle"),
      content: t("proposals.withdrawText"),
      okText: t("proposals.withdraw"),
      cancelText: t("proposals.cancel"),
      onOk: () => end.mutateAsync(proposal).catch(() => undefined),
    });
  };
  return (
    <>
      <p className="proposal-rounds">
        {rounds.left === 0 && running === null
          ? t("proposals.noRounds", { limit: rounds.limit })
          : t("proposals.roundsLeft", { left: rounds.left, limit: rounds.limit })}
      </p>
      <div className="proposal-acts">
        {running === null && rounds.left > 0 && !paused && (
          <Button onClick={() => setEditing(true)}>{t("proposals.draft")}</Button>
        )}
        {may("open") && (
          <Button type="primary" onClick={() => setSending(true)}>
            {t("proposals.send")}
          </Button>
        )}
        {may("revise") && <Button onClick={() => setEditing(true)}>{t("proposals.revise")}</Button>}
        {running !== null && may("withdraw") && (
          <Button loading={end.isPending} onClick={() => askEnd(running)}>
            {t(drafted ? "proposals.discard" : "proposals.withdraw")}
          </Button>
        )}
      </div>
      {running !== null && sending && (
        <SendDialog proposal={running} rounds={rounds} onClose={() => setSending(false)} />
      )}
      {editing && (
        <Suspense>
          <OfferEditor
            caseId={caseId}
            counters={null}
            compareWith={null}
            previous={running}
            purpose={{
              title: t("proposals.draft"),
              submit: t("proposals.save"),
              saved: t("proposals.saved"),
              note: running?.note ?? "",
              asksDays: false,
              save: ({ terms, note }, key) => saveDraft(caseId, running, { terms, note }, key),
            }}
            onClose={() => setEditing(false)}
          />
        </Suspense>
      )}
    </>
  );
}

interface SendDialogProps {
  readonly proposal: ProposalView;
  readonly rounds: Rounds;
  readonly onClose: () => void;
}

/** What sending means, and until when both may answer. */
function SendDialog({ proposal, rounds, onClose }: SendDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [hours, setHours] = useState<number>(48);
  const [now] = useState(() => Date.now());
  const sending = useCommand({
    run: (lasts: number, key) => {
      // A moment more than an hour, so that a slow line does not make it less.
      const deadline = new Date(Date.now() + lasts * HOUR_MS + 60_000).toISOString();
      return openProposal(proposal, deadline, key);
    },
    done: t("proposals.sent"),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t("proposals.sendTitle")}
      okText={t("proposals.send")}
      cancelText={t("proposals.cancel")}
      confirmLoading={sending.isPending}
      onOk={() => sending.mutate(hours)}
      onCancel={onClose}
    >
      <p>{t("proposals.sendText")}</p>
      <p>{t("proposals.noOther")}</p>
      <label htmlFor="proposal-lasts">{t("proposals.lasts")}</label>
      <Select
        id="proposal-lasts"
        className="proposal-lasts"
        value={hours}
        options={LASTS_HOURS.map((value) => ({
          value,
          label:
            value < DAY_HOURS
              ? t("proposals.hours", { count: value })
              : t("proposals.days", { count: value / DAY_HOURS }),
        }))}
        onChange={setHours}
      />
      <p className="proposal-rounds">
        {t("proposals.lastsHint", {
          instant: formatDateTime(new Date(now + hours * HOUR_MS), language),
        })}
        {" · "}
        {t("proposals.roundsLeft", { left: rounds.left, limit: rounds.limit })}
      </p>
    </Modal>
  );
}
