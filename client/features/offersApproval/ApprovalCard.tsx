import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { type DataItem, DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import type { QueueItem } from "../queue/api.ts";
import { answerApproval } from "./api.ts";
import { BreachTable } from "./BreachTable.tsx";

interface ApprovalCardProps {
  readonly item: QueueItem;
  readonly offer: OfferView;
}

/** One offer beyond the limits: where it goes beyond, what it comes to, and the decision. */
export function ApprovalCard({ item, offer }: ApprovalCardProps) {
  const { t } = useTranslation();
  const toAccept = offer.by === "borrower";
  return (
    <Panel>
      <div className="approval-head">
        <strong className="tabular">
          <Link to={`/cases/${item.caseId}`}>{item.caseNumber}</Link>
        </strong>
        <span>{item.borrowerName}</span>
        <span>{t(toAccept ? "concessions.forAccept" : "concessions.forPut")}</span>
        <span className="faint">
          {t("concessions.expires")} <Countdown until={offer.expiresAt} />
        </span>
      </div>
      <div className="approval-body">
        <section>
          <h2 className="section-title">{t("concessions.breachesTitle")}</h2>
          <BreachTable breaches={offer.breaches ?? []} />
        </section>
        <section>
          <h2 className="section-title">{t("concessions.figuresTitle")}</h2>
          <OfferFigures offer={offer} />
        </section>
      </div>
      <Decision offer={offer} toAccept={toAccept} roomLink={`/cases/${item.caseId}/room`} />
    </Panel>
  );
}

function OfferFigures({ offer }: { readonly offer: OfferView }) {
  const { t } = useTranslation();
  const { schedule, totals, terms, note } = offer;
  const items: DataItem[] = [
    { label: t("concessions.total"), value: <Money fen={totals.totalFen} strong /> },
    { label: t("concessions.waived"), value: <Money fen={totals.waivedFen} /> },
    {
      label: t("agreements.family"),
      value: `${t(`words.family.${terms.schedule.family}`)} · ${t("concessions.instalments", { count: terms.schedule.count })}`,
    },
    { label: t("concessions.perInstalment"), value: <Money fen={schedule.peakFen} /> },
    { label: t("concessions.lastDue"), value: <DateText value={schedule.lastDue} /> },
  ];
  if (note !== null) items.push({ label: t("concessions.offerNote"), value: note });
  return <DataList items={items} />;
}

interface DecisionProps {
  readonly offer: OfferView;
  readonly toAccept: boolean;
  readonly roomLink: string;
}

function Decision({ offer, toAccept, roomLink }: DecisionProps) {
  const { t } = useTranslation();
  const id = useId();
  const [note, setNote] = useState("");
  const answer = useCommand<{ approve: boolean; note: string | null }, boolean>({
    run: async (body, key) => {
      await answerApproval(offer.id, body, key);
      return body.approve;
    },
    done: (approved) => t(approved ? "concessions.approved" : "concessions.refused"),
  });
  const decide = (approve: boolean) =>
    answer.mutateAsync({ approve, note: note.trim() || null }).then(
      () => undefined,
      () => undefined,
    );
  return (
    <div className="approval-decision">
      <label htmlFor={id}>{t("concessions.answerNote")}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="button-row">
        <ConfirmButton
          type="primary"
          ask={t(toAccept ? "concessions.approveAcceptAsk" : "concessions.approvePutAsk")}
          onConfirm={() => decide(true)}
        >
          {t("concessions.approve")}
        </ConfirmButton>
        <Button loading={answer.isPending} onClick={() => void decide(false)}>
          {t("concessions.refuse")}
        </Button>
        <Link className="approval-link" to={roomLink}>
          {t("concessions.seeOffers")}
        </Link>
      </div>
    </div>
  );
}
