import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProposalAnswer } from "../../../shared/proposals/answers.ts";
import type { ProposalList, ProposalView } from "../../../shared/proposals/proposalView.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Checkbox } from "../../borrower/ui/Checkbox.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { errorText } from "../../i18n/text.ts";
import { TermsFigures } from "../offers/BorrowerFigures.tsx";
import { ScheduleTable } from "../offers/BorrowerScheduleTable.tsx";
import { acknowledgeWarning, answerProposal, useProposals } from "./api.ts";
import { ProposalFigures } from "./ProposalFigures.tsx";
import { usePast } from "./usePast.ts";
import { WarningText } from "./WarningText.tsx";

/** The mediator's proposal on the phone: what it says, what answering means, yes or no. Nothing where there is none. */
export function BorrowerProposals({ caseId }: { readonly caseId: string }) {
  const { data } = useProposals(caseId);
  const [newest] = data?.items ?? [];
  if (!data || !newest) return null;
  return <ProposalCard list={data} proposal={newest} />;
}

interface ProposalCardProps {
  readonly list: ProposalList;
  readonly proposal: ProposalView;
}

function ProposalCard({ list, proposal }: ProposalCardProps) {
  const { t } = useTranslation();
  const { status, abilities, deadline, number, note } = proposal;
  const open = status === "open";
  const past = usePast(deadline);
  const chip = (
    <span className={open ? "b-chip b-chip-open" : "b-chip"}>{t(`proposals.status.${status}`)}</span>
  );
  return (
    <Card title={t("proposals.numbered", { number })} aside={chip}>
      {open && <p className="b-hint">{t("proposals.lead")}</p>}
      <ProposalFigures proposal={proposal} />
      {note !== null && (
        <blockquote className="b-quote">
          <span className="b-hint">{t("proposals.note")}</span>
          <p>{note}</p>
        </blockquote>
      )}
      <details className="b-details">
        <summary>{t("proposals.details")}</summary>
        <TermsFigures terms={proposal.terms} schedule={proposal.schedule} />
        <ScheduleTable schedule={proposal.schedule} />
      </details>
      {status !== "open" && status !== "drafted" && (
        <Notice tone={status === "agreed" ? "good" : "info"}>{t(`proposals.result.${status}`)}</Notice>
      )}
      {abilities.includes("acknowledge") && <Warning list={list} proposal={proposal} />}
      {open && !abilities.includes("acknowledge") && <Answer proposal={proposal} />}
      {open && abilities.length === 0 && past && <p className="b-hint">{t("proposals.closing")}</p>}
    </Card>
  );
}

function Warning({ list, proposal }: ProposalCardProps) {
  const { t } = useTranslation();
  const [understood, setUnderstood] = useState(false);
  const reading = useSend({ run: (_: void, key) => acknowledgeWarning(proposal, key) });
  return (
    <>
      <Notice tone="warn" title={t("proposals.warning.title")}>
        <WarningText left={list.rounds.left} limit={list.rounds.limit} />
      </Notice>
      <Checkbox
        label={t("proposals.warning.check")}
        checked={understood}
        onChange={(event) => setUnderstood(event.target.checked)}
      />
      {reading.error && <Notice tone="bad">{errorText(reading.error)}</Notice>}
      <Button wide disabled={!understood} busy={reading.isPending} onClick={() => reading.mutate()}>
        {t("proposals.warning.go")}
      </Button>
    </>
  );
}

function Answer({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const answering = useSend({
    run: (answer: ProposalAnswer, key) => answerProposal(proposal, answer, key),
  });
  const own = proposal.own?.answer ?? null;
  return (
    <>
      <Notice tone={own === null ? "info" : "good"}>
        {own === null ? (
          t("proposals.noneYet")
        ) : (
          <>
            <strong>{t(`proposals.own.${own}`)}</strong>
            <br />
            {t("proposals.change")}
          </>
        )}
      </Notice>
      {proposal.abilities.includes("answer") && (
        <>
          <p className="b-hint">{t("proposals.sealed")}</p>
          {answering.error && <Notice tone="bad">{errorText(answering.error)}</Notice>}
          <div className="proposal-choice" role="group" aria-label={t("proposals.ask")}>
            {(["yes", "no"] as const).map((answer) => (
              <Button
                key={answer}
                wide
                tone={own === answer ? "primary" : "plain"}
                aria-pressed={own === answer}
                busy={answering.isPending && answering.variables === answer}
                disabled={answering.isPending}
                onClick={() => answering.mutate(answer)}
              >
                {t(`proposals.${answer}`)}
              </Button>
            ))}
          </div>
        </>
      )}
    </>
  );
}
