import { Alert, Form, Input, InputNumber, Modal, Radio } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { LINE_ANSWERS, type LineAnswer, lineAnswerProblem } from "../../../shared/debts/lineAnswer.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatFen } from "../../i18n/format.ts";
import { errorText } from "../../i18n/text.ts";
import type { StatementLine } from "../cases/types.ts";
import { answerForPlatform, correctLine } from "./api.ts";
import { EvidenceChoice } from "../exhibits/EvidenceChoice.tsx";
import { type Paper, paperId } from "../exhibits/paper.ts";

interface LineDialogProps {
  readonly caseId: string;
  readonly line: StatementLine;
  readonly correcting: boolean;
  readonly onClose: () => void;
}

type Word = { answer: LineAnswer; fen: number; reason: string; paper: Paper };

/** The platform's word on one line: that it is right, or not, or that it is less. */
export function LineDialog({ caseId, line, correcting, onClose }: LineDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const own = line.standing?.platform ?? null;
  const [word, setWord] = useState<Word>({
    answer: correcting ? "confirmed" : (own?.answer ?? "confirmed"),
    fen: line.fen,
    reason: correcting ? "" : (own?.reason ?? ""),
    paper: correcting ? null : (own?.exhibitId ?? null),
  });
  const [fault, setFault] = useState<string>();
  const change = (part: Partial<Word>) => setWord((before) => ({ ...before, ...part }));
  const sending = useCommand<Word>({
    run: async ({ answer, fen, reason, paper }, key) => {
      const exhibitId = await paperId(caseId, paper, t("debts.evidenceOf"), key);
      const shown = { reason: reason.trim() === "" ? null : reason.trim(), exhibitId };
      return correcting
        ? await correctLine(caseId, line.id, { ...shown, fen }, key)
        : await answerForPlatform(caseId, line.id, { ...shown, answer }, key);
    },
    done: t(correcting ? "debts.corrected" : "debts.answered"),
    onDone: onClose,
    onFail: (error) => setFault(errorText(error)),
  });
  const send = () => {
    const missing = correcting
      ? word.reason.trim() === ""
      : lineAnswerProblem(word.answer, word.reason) !== null;
    if (missing) return setFault(t("debts.reasonNeeded"));
    if (correcting && word.fen >= line.fen) return setFault(t("debts.notLower"));
    setFault(undefined);
    sending.mutate(word);
  };
  const name = t(`words.component.${line.component}`);
  return (
    <Modal
      open
      title={t(correcting ? "debts.correctTitle" : "debts.answerTitle", { line: name })}
      okText={t(correcting ? "debts.correct" : "common.save")}
      confirmLoading={sending.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <p className="dialog-text">
        {t(correcting ? "debts.correctText" : "debts.answerText", { amount: formatFen(line.fen) })}
      </p>
      <Form layout="vertical" component="div">
        {correcting ? (
          <Form.Item label={t("debts.newAmount")} htmlFor={`${id}-fen`}>
            <InputNumber
              id={`${id}-fen`}
              value={word.fen / 100}
              min={0}
              max={line.fen / 100}
              precision={2}
              controls={false}
              style={{ width: 180 }}
              onChange={(yuan) => change({ fen: Math.round((yuan ?? 0) * 100) })}
            />
          </Form.Item>
        ) : (
          <Form.Item label={t("debts.answer")}>
            <Radio.Group
              aria-label={t("debts.answer")}
              value={word.answer}
              onChange={(event) => {
                const chosen = LINE_ANSWERS.find((one) => one === event.target.value);
                if (chosen !== undefined) change({ answer: chosen });
              }}
              options={LINE_ANSWERS.map((value) => ({ value, label: t(`debts.choice.${value}`) }))}
            />
          </Form.Item>
        )}
        <Form.Item label={t("debts.reason")} htmlFor={`${id}-reason`} extra={t("debts.reasonHint")}>
          <Input.TextArea
            id={`${id}-reason`}
            rows={3}
            maxLength={1000}
            value={word.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </Form.Item>
        <EvidenceChoice caseId={caseId} paper={word.paper} onChange={(paper) => change({ paper })} />
      </Form>
      {fault !== undefined && <Alert type="error" title={fault} role="alert" className="debt-fault" />}
    </Modal>
  );
}
