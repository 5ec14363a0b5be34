import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FactView } from "../../../shared/facts/factView.ts";
import { MAX_FACT_REASON } from "../../../shared/facts/lifecycle.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Confirm } from "../../borrower/ui/Confirm.tsx";
import { TextField } from "../../borrower/ui/Field.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { Sheet } from "../../borrower/ui/Sheet.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { answerFact, type Said, withdrawFact } from "./api.ts";

/** One statement on the phone: its words, what the platform says of it, and the borrower's own yes or no. */
export function BorrowerFact({ fact }: { readonly fact: FactView }) {
  const { t } = useTranslation();
  const [disputing, setDisputing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { borrower, platform } = fact.answers;
  const own = borrower.answer;
  const answering = useSend({
    run: (said: Said, key) => answerFact(fact, said, key),
    onDone: () => setDisputing(false),
  });
  const withdrawing = useSend({
    run: (_: void, key) => withdrawFact(fact, key),
    done: t("facts.withdrawn"),
    onDone: () => setLeaving(false),
  });
  const open = fact.abilities.includes("answer") && own === "open";
  return (
    <Card
      title={t("facts.numbered", { number: fact.number })}
      aside={
        <span className={open ? "b-chip b-chip-open" : "b-chip"}>{t(`facts.status.${fact.status}`)}</span>
      }
    >
      <p className="facts-text" lang="zh-CN">
        {fact.text}
      </p>
      <p className="b-hint">
        {t("facts.by", { party: t(`facts.party.${fact.proposedBy}`) })}
        {fact.fromData && ` · ${t("facts.fromData")}`}
        <br />
        {t("facts.party.platform")}：{t(`facts.answer.${platform.answer}`)}
        {platform.reason !== null && `（${platform.reason}）`}
        <br />
        {t("facts.party.borrower")}：{t(`facts.answer.${own}`)}
        {borrower.reason !== null && `（${borrower.reason}）`}
      </p>
      {answering.error && !disputing && <Problem error={answering.error} />}
      {fact.abilities.includes("answer") && (
        <div className="facts-choice" role="group" aria-label={t("facts.ask", { number: fact.number })}>
          <Button
            wide
            tone={own === "confirmed" ? "primary" : "plain"}
            aria-pressed={own === "confirmed"}
            disabled={answering.isPending}
            onClick={() => answering.mutate({ answer: own === "confirmed" ? "open" : "confirmed" })}
          >
            {t("facts.confirm")}
          </Button>
          <Button
            wide
            tone={own === "disputed" ? "primary" : "plain"}
            aria-pressed={own === "disputed"}
            disabled={answering.isPending}
            onClick={() => (own === "disputed" ? answering.mutate({ answer: "open" }) : setDisputing(true))}
          >
            {t("facts.dispute")}
          </Button>
        </div>
      )}
      {fact.abilities.includes("withdraw") && (
        <Button tone="quiet" onClick={() => setLeaving(true)}>
          {t("facts.withdraw")}
        </Button>
      )}
      <DisputeSheet
        open={disputing}
        fact={fact}
        busy={answering.isPending}
        error={answering.error}
        onSend={(reason) => answering.mutate({ answer: "disputed", ...(reason === "" ? {} : { reason }) })}
        onClose={() => setDisputing(false)}
      />
      <Confirm
        open={leaving}
        title={t("facts.withdrawTitle")}
        sure={t("facts.withdraw")}
        keep={t("facts.cancel")}
        busy={withdrawing.isPending}
        error={withdrawing.error}
        onSure={() => withdrawing.mutate()}
        onClose={() => setLeaving(false)}
      >
        <p>{t("facts.withdrawText")}</p>
      </Confirm>
    </Card>
  );
}

interface DisputeSheetProps {
  readonly open: boolean;
  readonly fact: FactView;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

function DisputeSheet({ open, fact, busy, error, onSend, onClose }: DisputeSheetProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <Sheet open={open} title={t("facts.disputeTitle", { number: fact.number })} onClose={onClose}>
      <form
        className="b-stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSend(reason.trim());
        }}
      >
        <p lang="zh-CN">{fact.text}</p>
        <TextField
          label={t("facts.reason")}
          value={reason}
          maxLength={MAX_FACT_REASON}
          onChange={(event) => setReason(event.target.value)}
        />
        {error && <Problem error={error} />}
        <Button type="submit" wide busy={busy}>
          {t("facts.disputeSend")}
        </Button>
      </form>
    </Sheet>
  );
}
