import { Button } from "antd";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { useIsRoundOpen } from "../proposals/api.ts";
import { useOffers } from "./api.ts";
import { CompareOffers } from "./CompareOffers.tsx";
import { OfferDetail } from "./OfferDetail.tsx";
import { OfferHistory } from "./OfferHistory.tsx";
import { OfferDrafts } from "./OfferDrafts.tsx";
import { OpenOffers } from "./OpenOffers.tsx";
import { SuggestedPlans } from "./SuggestionPanel.tsx";
import { ZoneTool } from "./ZoneTool.tsx";
import "./offers.css";

// Loaded when an offer is drawn up: the mediator and most visits never need it.
const OfferEditor = lazy(() =>
  import("./OfferEditor.tsx").then((module) => ({ default: module.OfferEditor })),
);

interface OfferBoardProps {
  readonly caseId: string;
  readonly party: Party;
  readonly stage: CaseStage;
  readonly paused: boolean;
}

/** The bargaining at a glance: open offers side by side, what can be done about them, and what came before. */
export function OfferBoard(props: OfferBoardProps) {
  const { t } = useTranslation();
  const offers = useOffers(props.caseId);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className="offer-board" aria-labelledby="offer-board-title">
      <h2 id="offer-board-title" ref={heading} tabIndex={-1}>
        {t("offers.title")}
      </h2>
      <Loaded of={offers}>
        {(items) => <Board {...props} offers={items} onDone={() => heading.current?.focus()} />}
      </Loaded>
    </section>
  );
}

interface BoardProps extends OfferBoardProps {
  readonly offers: readonly OfferView[];
  readonly onDone: () => void;
}

function Board({ caseId, party, stage, paused, offers, onDone }: BoardProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<OfferView | null>(null);
  // Undefined: no editor; null: a new offer; an offer: the one that is countered.
  const [editing, setEditing] = useState<OfferView | null | undefined>(undefined);
  const [comparing, setComparing] = useState(false);
  const find = (id: string | null) => offers.find((offer) => offer.id === id) ?? null;
  const running = offers.filter((offer) => offer.status === "open" || offer.status === "awaiting_approval");
  const ended = offers.filter((offer) => !running.includes(offer));
  const accepted = stage === "negotiating" ? undefined : ended.find((offer) => offer.status === "accepted");
  const round = useIsRoundOpen(caseId);
  const ownOpen = running.some((offer) => offer.by === party);
  const mayPut = party === "platform" && stage === "negotiating" && !paused && !ownOpen && !round;
  return (
    <>
      {mayPut && (
        <Button type={running.length === 0 ? "primary" : "default"} onClick={() => setEditing(null)}>
          {t("offers.action.put")}
        </Button>
      )}
      {accepted && <Agreed caseId={caseId} offer={accepted} />}
      {running.length > 0 ? (
        <OpenOffers
          running={running}
          find={find}
          ownOpen={ownOpen}
          onCounter={setEditing}
          onOpen={setShown}
          onDone={onDone}
        />
      ) : (
        !accepted && (
          <EmptyState title={ended.length > 0 ? t("offers.noOpen") : t("offers.none")}>
            {stage === "negotiating"
              ? t(
                  round
                    ? "proposals.noOther"
                    : party === "mediator"
                      ? "offers.noneForMediator"
                      : "offers.noneForSide",
                )
              : t("offers.notYet")}
          </EmptyState>
        )
      )}
      {offers.length > 1 && (
        <div>
          <Button onClick={() => setComparing(true)}>{t("plans.compare")}</Button>
        </div>
      )}
      <OfferDrafts
        caseId={caseId}
        mayDraw={party === "mediator" && stage === "negotiating" && !paused && !round}
        offers={offers}
      />
      <CompareOffers offers={offers} open={comparing} onClose={() => setComparing(false)} />
      {party === "mediator" && stage === "negotiating" && (
        <>
          <SuggestedPlans caseId={caseId} />
          <ZoneTool caseId={caseId} />
        </>
      )}
      <OfferHistory offers={ended} onOpen={setShown} />
      <OfferDetail
        caseId={caseId}
        offer={shown}
        countered={find(shown?.counters ?? null)}
        onClose={() => setShown(null)}
      />
      {editing !== undefined && (
        <Suspense>
          <OfferEditor
            caseId={caseId}
            counters={editing}
            compareWith={editing ?? running.find((offer) => offer.by !== party) ?? null}
            previous={offers.find((offer) => offer.by === party) ?? null}
            onClose={() => {
              setEditing(undefined);
              onDone();
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function Agreed({ caseId, offer }: { readonly caseId: string; readonly offer: OfferView }) {
  const { t } = useTranslation();
  return (
    <div className="offer-agreed">
      <strong>{t("offers.agreed", { number: offer.number })}</strong>
      <p>{t("offers.agreedText")}</p>
      <Link to={`/cases/${caseId}`}>{t("offers.toCaseFile")}</Link>
    </div>
  );
}
