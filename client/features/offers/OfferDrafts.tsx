import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import type { OfferDraftView } from "../../../shared/offers/draftFor.ts";
import type { OfferSide, OfferView } from "../../../shared/offers/offerView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatFen } from "../../i18n/format.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { confirmDraft, drawOfferFor, endDraft, useOfferDrafts } from "./draftApi.ts";
import { PlanDrawer } from "./PlanDrawer.tsx";

const OfferEditor = lazy(() =>
  import("./OfferEditor.tsx").then((module) => ({ default: module.OfferEditor })),
);

const SIDES: readonly OfferSide[] = ["borrower", "platform"];

interface OfferDraftsProps {
  readonly caseId: string;
  /** The mediator, while offers can be put, may write one down for a side. */
  readonly mayDraw: boolean;
  readonly offers: readonly OfferView[];
}

/** What the mediator wrote down for one side, until that side has said what it makes of it. */
export function OfferDrafts({ caseId, mayDraw, offers }: OfferDraftsProps) {
  const { t } = useTranslation();
  const { data = [] } = useOfferDrafts(caseId);
  const [side, setSide] = useState<OfferSide>();
  const open = data.filter(({ status }) => status === "open");
  const free = SIDES.filter((each) => !open.some((draft) => draft.for === each));
  if (open.length === 0 && !mayDraw) return null;
  return (
    <>
      {open.map((draft) => (
        <DraftCard key={draft.id} draft={draft} />
      ))}
      {mayDraw && free.length > 0 && (
        <div className="offer-actions">
          {free.map((each) => (
            <Button key={each} onClick={() => setSide(each)}>
              {t(`offers.drafts.drawFor.${each}`)}
            </Button>
          ))}
        </div>
      )}
      {side && (
        <Suspense>
          <OfferEditor
            caseId={caseId}
            counters={null}
            compareWith={offers.find((offer) => offer.by !== side && offer.status === "open") ?? null}
            previous={offers.find((offer) => offer.by === side) ?? null}
            purpose={{
              title: t(`offers.drafts.drawFor.${side}`),
              submit: t("offers.drafts.submit"),
              saved: t("offers.drafts.drawn"),
              note: "",
              asksDays: true,
              save: ({ terms, note, openDays }, key) =>
                drawOfferFor(caseId, { for: side, terms, note, openDays }, key),
            }}
            onClose={() => setSide(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

function DraftCard({ draft }: { readonly draft: OfferDraftView }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const confirm = useCommand<void, OfferView>({
    run: (_, key) => confirmDraft(draft, key),
    done: ({ status }) => t(status === "open" ? "offers.done.put" : "offers.done.awaiting"),
  });
  const turnDown = useCommand({
    run: (_, key) => endDraft(draft.id, "turn-down", key),
    done: t("offers.drafts.turnedDown"),
  });
  const takeBack = useCommand({
    run: (_, key) => endDraft(draft.id, "take-back", key),
    done: t("offers.drafts.takenBack"),
  });
  const may = (ability: OfferDraftView["abilities"][number]) => draft.abilities.includes(ability);
  const busy = confirm.isPending || turnDown.isPending || takeBack.isPending;
  const title = t(`offers.drafts.title.${draft.for}`);
  const total = formatFen(draft.totals.totalFen);
  return (
    <section className={`offer-answer offer-by-${draft.for}`} aria-label={title}>
      <h3>{title}</h3>
      <p>{t("offers.drafts.figures", { total, count: draft.terms.schedule.count })}</p>
      <p className="offer-hint">
        {t(may("confirm") ? "offers.drafts.forYou" : "offers.drafts.waiting", { name: draft.draftedByName })}
      </p>
      <div className="offer-actions">
        {may("confirm") && (
          <ConfirmButton
            type="primary"
            ask={t("offers.drafts.askConfirm", { total, count: draft.terms.schedule.count })}
            onConfirm={() => confirm.mutate()}
            loading={confirm.isPending}
            disabled={busy}
          >
            {t("offers.drafts.confirm")}
          </ConfirmButton>
        )}
        {may("turn_down") && (
          <Button onClick={() => turnDown.mutate()} loading={turnDown.isPending} disabled={busy}>
            {t("offers.drafts.turnDown")}
          </Button>
        )}
        {may("take_back") && (
          <Button onClick={() => takeBack.mutate()} loading={takeBack.isPending} disabled={busy}>
            {t("offers.drafts.takeBack")}
          </Button>
        )}
        <Button onClick={() => setShown(true)}>{t("offers.plan")}</Button>
      </div>
      <PlanDrawer
        title={title}
        facts={shown ? draft : null}
        note={draft.note}
        start={shanghaiDateOf(new Date(draft.createdAt))}
        onClose={() => setShown(false)}
      />
    </section>
  );
}
