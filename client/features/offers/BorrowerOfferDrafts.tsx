import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfferDraftView } from "../../../shared/offers/draftFor.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Confirm } from "../../borrower/ui/Confirm.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { TermsFigures } from "./BorrowerFigures.tsx";
import { ScheduleTable } from "./BorrowerScheduleTable.tsx";
import { confirmDraft, endDraft, useOfferDrafts } from "./draftApi.ts";

/** What the mediator wrote down for the borrower, to be put or not; nothing where there is none. */
export function BorrowerOfferDrafts({ caseId }: { readonly caseId: string }) {
  const { data = [] } = useOfferDrafts(caseId);
  return data
    .filter(({ status }) => status === "open")
    .map((draft) => <DraftCard key={draft.id} draft={draft} />);
}

function DraftCard({ draft }: { readonly draft: OfferDraftView }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<"confirm" | "turn-down">();
  const deciding = useSend<"confirm" | "turn-down">({
    run: (how, key) => (how === "confirm" ? confirmDraft(draft, key) : endDraft(draft.id, how, key)),
    done: t(asked === "turn-down" ? "myOffers.draft.turnedDown" : "myOffers.editor.done"),
    onDone: () => setAsked(undefined),
  });
  const close = () => {
    deciding.reset();
    setAsked(undefined);
  };
  const how = asked ?? "confirm";
  return (
    <Card
      title={t("myOffers.draft.title")}
      aside={<span className="b-chip b-chip-open">{t("myOffers.draft.chip")}</span>}
    >
      <p>{t("myOffers.draft.lead", { name: draft.draftedByName })}</p>
      <TermsFigures terms={draft.terms} schedule={draft.schedule} />
      {draft.note !== null && (
        <blockquote className="b-quote">
          <span className="b-hint">{t("myOffers.note")}</span>
          <p>{draft.note}</p>
        </blockquote>
      )}
      <ScheduleTable schedule={draft.schedule} />
      {draft.abilities.length > 0 && (
        <div className="b-acts">
          <Button wide onClick={() => setAsked("confirm")}>
            {t("myOffers.draft.confirm")}
          </Button>
          <Button wide tone="quiet" onClick={() => setAsked("turn-down")}>
            {t("myOffers.draft.turnDown")}
          </Button>
        </div>
      )}
      <Confirm
        open={asked !== undefined}
        title={t(how === "confirm" ? "myOffers.draft.confirmTitle" : "myOffers.draft.turnDownTitle")}
        sure={t(how === "confirm" ? "myOffers.draft.confirm" : "myOffers.draft.turnDown")}
        keep={t("myOffers.keep")}
        busy={deciding.isPending}
        error={deciding.error}
        onSure={() => deciding.mutate(how)}
        onClose={close}
      >
        <p>{t(how === "confirm" ? "myOffers.draft.confirmText" : "myOffers.draft.turnDownText")}</p>
      </Confirm>
    </Card>
  );
}
