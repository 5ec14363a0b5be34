import { Button, Input, type InputRef, Tag } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FactView } from "../../../shared/facts/factView.ts";
import { FACT_SIDES, MAX_FACT_REASON, type FactStatus } from "../../../shared/facts/lifecycle.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { answerFact, type Said, withdrawFact } from "./api.ts";
import { RewordForm } from "./RewordForm.tsx";

const COLOUR: Record<FactStatus, string> = {
  proposed: "default",
  confirmed: "success",
  disputed: "warning",
  withdrawn: "default",
  recorded: "processing",
};

interface FactItemProps {
  readonly fact: FactView;
  readonly party: Party;
}

/** One statement: its words, what each side says of it, and what this person may do. */
export function FactItem({ fact, party }: FactItemProps) {
  const { t } = useTranslation();
  const [rewording, setRewording] = useState(false);
  const withdrawing = useCommand({
    run: (_: void, key) => withdrawFact(fact, key),
    done: t("facts.withdrawn"),
  });
  const may = (ability: FactView["abilities"][number]) => fact.abilities.includes(ability);
  return (
    <li className="facts-item" value={fact.number}>
      <div className="facts-head">
        <span className="facts-number">{fact.number}</span>
        <Tag color={COLOUR[fact.status]}>{t(`facts.status.${fact.status}`)}</Tag>
        <small>
          {t("facts.by", { party: t(`words.party.${fact.proposedBy}`) })}
          {fact.fromData && ` · ${t("facts.fromData")}`}
        </small>
      </div>
      {rewording ? (
        <RewordForm fact={fact} onClose={() => setRewording(false)} />
      ) : (
        <p className="facts-text" lang="zh-CN">
          {fact.text}
        </p>
      )}
      <dl className="facts-answers">
        {FACT_SIDES.map((side) => {
          const { answer, reason } = fact.answers[side];
          return (
            <div key={side} className={`facts-answer facts-answer-${answer}`}>
              <dt>{t(`words.party.${side}`)}</dt>
              <dd>
                {t(`facts.answer.${answer}`)}
                {reason !== null && <q>{reason}</q>}
              </dd>
            </div>
          );
        })}
      </dl>
      {may("answer") && party !== "mediator" && <AnswerButtons fact={fact} side={party} />}
      {!rewording && (may("reword") || may("withdraw")) && (
        <div className="facts-acts">
          {may("reword") && (
            <Button size="small" type="text" onClick={() => setRewording(true)}>
              {t("facts.reword")}
            </Button>
          )}
          {may("withdraw") && (
            <ConfirmButton
              size="small"
              type="text"
              ask={t("facts.withdrawText")}
              loading={withdrawing.isPending}
              onConfirm={() => withdrawing.mutate()}
            >
              {t("facts.withdraw")}
            </ConfirmButton>
          )}
        </div>
      )}
    </li>
  );
}

interface AnswerButtonsProps {
  readonly fact: FactView;
  readonly side: "borrower" | "platform";
}

function AnswerButtons({ fact, side }: AnswerButtonsProps) {
  const { t } = useTranslation();
  const [disputing, setDisputing] = useState(false);
  const own = fact.answers[side].answer;
  const answering = useCommand({
    run: (said: Said, key) => answerFact(fact, said, key),
    onDone: () => setDisputing(false),
  });
  return (
    <>
      <div className="facts-acts" role="group" aria-label={t("facts.ask", { number: fact.number })}>
        <Button
          size="small"
          type={own === "confirmed" ? "primary" : "default"}
          aria-pressed={own === "confirmed"}
          disabled={answering.isPending}
          onClick={() => answering.mutate({ answer: own === "confirmed" ? "open" : "confirmed" })}
        >
          {t("facts.confirm")}
        </Button>
        <Button
          size="small"
          danger={own === "disputed"}
          aria-pressed={own === "disputed"}
          disabled={answering.isPending}
          onClick={() =>
            own === "disputed" ? answering.mutate({ answer: "open" }) : setDisputing(!disputing)
          }
        >
          {t("facts.dispute")}
        </Button>
      </div>
      {disputing && (
        <DisputeForm
          fact={fact}
          busy={answering.isPending}
          onSend={(reason) => answering.mutate({ answer: "disputed", ...(reason === "" ? {} : { reason }) })}
          onClose={() => setDisputing(false)}
        />
      )}
    </>
  );
}

interface DisputeFormProps {
  readonly fact: FactView;
  readonly busy: boolean;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

/** What is wrong with it, for who wants to say so. */
function DisputeForm({ fact, busy, onSend, onClose }: DisputeFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const field = useRef<InputRef>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="facts-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason.trim());
      }}
    >
      <label htmlFor={`fact-reason-${fact.id}`}>{t("facts.reason")}</label>
      <Input
        id={`fact-reason-${fact.id}`}
        ref={field}
        value={reason}
        maxLength={MAX_FACT_REASON}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="facts-acts">
        <Button size="small" type="primary" htmlType="submit" loading={busy}>
          {t("facts.disputeSend")}
        </Button>
        <Button size="small" onClick={onClose}>
          {t("facts.cancel")}
        </Button>
      </div>
    </form>
  );
}
