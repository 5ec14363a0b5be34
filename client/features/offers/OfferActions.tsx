import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatFen } from "../../i18n/format.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { answerApproval } from "../offersApproval/api.ts";
import { acceptOffer, declineOffer, withdrawOffer } from "./api.ts";

interface OfferActionsProps {
  readonly offer: OfferView;
  /** This side has an offer of its own on the table, which has to be withdrawn before another is put. */
  readonly ownOpen: boolean;
  readonly onCounter: (offer: OfferView) => void;
  /** Called when an answer has been given and its button may be gone. */
  readonly onDone: () => void;
}

/** What this person may do with an offer now; nothing is drawn for an ability they do not have. */
export function OfferActions({ offer, ownOpen, onCounter, onDone }: OfferActionsProps) {
  const { t } = useTranslation();
  const { number, abilities } = offer;
  const may = (ability: (typeof abilities)[number]) => abilities.includes(ability);
  const accept = useCommand<void, OfferView>({
    run: (_, key) => acceptOffer(offer, key),
    done: (answer) => t(answer.status === "accepted" ? "offers.done.accepted" : "offers.done.requested"),
    onDone,
  });
  const decline = useCommand({
    run: (_, key) => declineOffer(offer.id, key),
    done: t("offers.done.declined"),
    onDone,
  });
  const withdraw = useCommand({
    run: (_, key) => withdrawOffer(offer.id, key),
    done: t("offers.done.withdrawn"),
    onDone,
  });
  const total = formatFen(offer.totals.totalFen);
  const busy = accept.isPending || decline.isPending || withdraw.isPending;
  return (
    <div className="offer-actions">
      {/* Approving what an agent asked for is accepting it. */}
      {may("accept") && !may("answer_approval") && (
        <ConfirmButton
          type="primary"
          ask={t("offers.ask.accept", { number, total, count: offer.terms.schedule.count })}
          onConfirm={() => accept.mutate()}
          loading={accept.isPending}
          disabled={busy}
        >
          {t("offers.action.accept")}
        </ConfirmButton>
      )}
      {may("request_acceptance") && (
        <ConfirmButton
          type="primary"
          ask={t("offers.ask.request_acceptance", { number })}
          onConfirm={() => accept.mutate()}
          loading={accept.isPending}
          disabled={busy}
        >
          {t("offers.action.request_acceptance")}
        </ConfirmButton>
      )}
      {may("counter") && (
        <Button onClick={() => onCounter(offer)} disabled={busy || ownOpen}>
          {t("offers.action.counter")}
        </Button>
      )}
      {may("decline") && (
        <ConfirmButton
          danger
          ask={t("offers.ask.decline", { number })}
          onConfirm={() => decline.mutate()}
          loading={decline.isPending}
          disabled={busy}
        >
          {t("offers.action.decline")}
        </ConfirmButton>
      )}
      {may("withdraw") && (
        <ConfirmButton
          ask={t("offers.ask.withdraw")}
          onConfirm={() => withdraw.mutate()}
          loading={withdraw.isPending}
          disabled={busy}
        >
          {t("offers.action.withdraw")}
        </ConfirmButton>
      )}
      {may("answer_approval") && <ApprovalActions offer={offer} onDone={onDone} />}
      {may("counter") && ownOpen && <p className="offer-hint">{t("offers.ownOpen")}</p>}
    </div>
  );
}

function ApprovalActions({ offer, onDone }: { readonly offer: OfferView; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const approve = useCommand({
    run: (_, key) => answerApproval(offer.id, { approve: true, note: null }, key),
    done: t("offers.done.approved"),
    onDone,
  });
  const refuse = useCommand({
    run: (_, key) => answerApproval(offer.id, { approve: false, note: null }, key),
    done: t("offers.done.refused"),
    onDone,
  });
  const waitsToBePut = offer.status === "awaiting_approval";
  const busy = approve.isPending || refuse.isPending;
  return (
    <>
      <ConfirmButton
        type="primary"
        ask={t(waitsToBePut ? "offers.ask.approvePut" : "offers.ask.approveAccept", { number: offer.number })}
        onConfirm={() => approve.mutate()}
        loading={approve.isPending}
        disabled={busy}
      >
        {t("offers.action.approve")}
      </ConfirmButton>
      <ConfirmButton
        danger
        ask={t("offers.ask.refuse")}
        onConfirm={() => refuse.mutate()}
        loading={refuse.isPending}
        disabled={busy}
      >
        {t("offers.action.refuse")}
      </ConfirmButton>
    </>
  );
}
