import { Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import type { ProposalList, ProposalView } from "../../../shared/proposals/proposalView.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { PlanDrawer } from "../offers/PlanDrawer.tsx";
import { useProposals } from "./api.ts";
import { MediatorActions } from "./MediatorActions.tsx";
import { ProposalFigures } from "./ProposalFigures.tsx";
import { SideAnswer } from "./SideAnswer.tsx";
import { usePast } from "./usePast.ts";
import "./proposals.css";

interface ProposalPanelProps {
  readonly caseId: string;
  readonly party: Party;
  readonly stage: CaseStage;
  readonly paused: boolean;
}

/** The mediator's proposal in the room: one package at a time, answered under seal. */
export function ProposalPanel(props: ProposalPanelProps) {
  const { t } = useTranslation();
  const list = useProposals(props.caseId);
  const { party, stage } = props;
  // Before there is anything to say of it, only the mediator needs a place to begin.
  const begins = party === "mediator" && stage === "negotiating";
  if (list.data && list.data.items.length === 0 && !begins) return null;
  return (
    <section className="proposal-panel" aria-labelledby="proposal-title">
      <h2 id="proposal-title">{t("proposals.title")}</h2>
      <Loaded of={list}>{(found) => <Found {...props} list={found} />}</Loaded>
    </section>
  );
}

function Found({ caseId, party, stage, paused, list }: ProposalPanelProps & { readonly list: ProposalList }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<ProposalView | null>(null);
  const [today] = useState(() => shanghaiDateOf(new Date()));
  const [newest, ...earlier] = list.items;
  const running = newest?.status === "drafted" || newest?.status === "open";
  const sent = earlier.filter(({ number }) => number > 0);
  const title = (proposal: ProposalView) =>
    proposal.number === 0 ? t("proposals.draftTitle") : t("proposals.numbered", { number: proposal.number });
  return (
    <>
      {newest && (newest.number > 0 || running) && (
        <Current proposal={newest} title={title(newest)} paused={paused} onShow={() => setShown(newest)} />
      )}
      {newest?.status === "open" && party !== "mediator" && (
        <SideAnswer proposal={newest} rounds={list.rounds} />
      )}
      {party === "mediator" && stage === "negotiating" && (
        <MediatorActions
          caseId={caseId}
          running={running ? newest : null}
          rounds={list.rounds}
          paused={paused}
        />
      )}
      {sent.length > 0 && (
        <details>
          <summary>{t("proposals.history")}</summary>
          <ul className="proposal-history">
            {sent.map((proposal) => (
              <li key={proposal.id}>
                <button type="button" className="proposal-link" onClick={() => setShown(proposal)}>
                  {title(proposal)}
                </button>{" "}
                <Tag>{t(`proposals.status.${proposal.status}`)}</Tag>
              </li>
            ))}
          </ul>
        </details>
      )}
      <PlanDrawer
        title={shown === null ? "" : title(shown)}
        facts={shown}
        note={shown?.note ?? null}
        start={shown?.openedAt ? shanghaiDateOf(new Date(shown.openedAt)) : today}
        onClose={() => setShown(null)}
      />
    </>
  );
}

const COLOUR = {
  drafted: "default",
  open: "processing",
  agreed: "success",
  not_agreed: "default",
  withdrawn: "default",
} as const;

interface CurrentProps {
  readonly proposal: ProposalView;
  readonly title: string;
  readonly paused: boolean;
  readonly onShow: () => void;
}

function Current({ proposal, title, paused, onShow }: CurrentProps) {
  const { t } = useTranslation();
  const { status, note, deadline } = proposal;
  const past = usePast(deadline);
  return (
    <div className="proposal-current">
      <h3>
        {title} <Tag color={COLOUR[status]}>{t(`proposals.status.${status}`)}</Tag>
      </h3>
      <ProposalFigures proposal={proposal} />
      {note !== null && (
        <blockquote className="proposal-note">
          <small>{t("proposals.note")}</small>
          <p>{note}</p>
        </blockquote>
      )}
      <div>
        <button type="button" className="proposal-link" onClick={onShow}>
          {t("proposals.details")}
        </button>
      </div>
      <p className="proposal-state" role="status">
        {status === "open"
          ? t(paused ? "proposals.paused" : past ? "proposals.closing" : "proposals.sealed")
          : status === "drafted"
            ? t("proposals.lead")
            : t(`proposals.result.${status}`)}
      </p>
    </div>
  );
}
