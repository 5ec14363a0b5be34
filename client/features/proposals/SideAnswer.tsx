import { Alert, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProposalAnswer } from "../../../shared/proposals/answers.ts";
import type { ProposalView } from "../../../shared/proposals/proposalView.ts";
import type { Rounds } from "../../../shared/proposals/rounds.ts";
import { useMe } from "../../api/me.ts";
import { useCommand } from "../../api/useCommand.ts";
import { BreachList } from "../offers/BreachList.tsx";
import { acknowledgeWarning, answerLeave, answerProposal } from "./api.ts";
import { WarningText } from "./WarningText.tsx";

interface SideAnswerProps {
  readonly proposal: ProposalView;
  readonly rounds: Rounds;
}

/** The platform's answer under seal: the warning first, then yes or no, and the approver's leave where it is needed. */
export function SideAnswer({ proposal, rounds }: SideAnswerProps) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { own, abilities, breaches = [] } = proposal;
  if (abilities.includes("acknowledge")) return <Warning proposal={proposal} rounds={rounds} />;
  const leave = own?.leave ?? "not_needed";
  return (
    <div className="proposal-answer">
      {breaches.length > 0 && (
        <aside className="offer-warning">
          <strong>
            {t(me?.role === "platform_approver" ? "offers.breaches.title" : "proposals.leave.title")}
          </strong>
          <BreachList breaches={breaches} />
        </aside>
      )}
      <p className="proposal-own" role="status">
        {own?.answer
          ? t(`proposals.ownSide.${own.answer}`, { name: own.answeredByName ?? "" })
          : t("proposals.ownNone")}
      </p>
      {own?.answer === "yes" && leave !== "not_needed" && <p>{t(`proposals.leave.${leave}`)}</p>}
      {abilities.includes("answer_leave") && <LeaveButtons proposal={proposal} />}
      {abilities.includes("answer") && <AnswerButtons proposal={proposal} />}
    </div>
  );
}

function Warning({ proposal, rounds: { left, limit } }: SideAnswerProps) {
  const { t } = useTranslation();
  const [understood, setUnderstood] = useState(false);
  const reading = useCommand({ run: (_: void, key) => acknowledgeWarning(proposal, key) });
  return (
    <div className="proposal-answer">
      <Alert
        type="info"
        title={t("proposals.warning.title")}
        description={<WarningText left={left} limit={limit} />}
      />
      <Checkbox checked={understood} onChange={(event) => setUnderstood(event.target.checked)}>
        {t("proposals.warning.check")}
      </Checkbox>
      <Button
        type="primary"
        disabled={!understood}
        loading={reading.isPending}
        onClick={() => reading.mutate()}
      >
        {t("proposals.warning.go")}
      </Button>
    </div>
  );
}

function AnswerButtons({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const answering = useCommand({
    run: (answer: ProposalAnswer, key) => answerProposal(proposal, answer, key),
    done: ({ own }) => t(`proposals.answered.${own?.answer ?? "no"}`),
  });
  const own = proposal.own?.answer ?? null;
  return (
    <>
      <div className="proposal-acts" role="group" aria-label={t("proposals.ask")}>
        {(["yes", "no"] as const).map((answer) => (
          <Button
            key={answer}
            type={own === answer ? "primary" : "default"}
            aria-pressed={own === answer}
            disabled={answering.isPending}
            onClick={() => answering.mutate(answer)}
          >
            {t(`proposals.${answer}`)}
          </Button>
        ))}
      </div>
      <small>{t("proposals.change")}</small>
    </>
  );
}

function LeaveButtons({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const deciding = useCommand({
    run: (approve: boolean, key) => answerLeave(proposal, approve, key),
    done: t("proposals.leave.done"),
  });
  return (
    <div className="proposal-acts">
      <Button type="primary" disabled={deciding.isPending} onClick={() => deciding.mutate(true)}>
        {t("proposals.leave.give")}
      </Button>
      <Button disabled={deciding.isPending} onClick={() => deciding.mutate(false)}>
        {t("proposals.leave.refuse")}
      </Button>
    </div>
  );
}
