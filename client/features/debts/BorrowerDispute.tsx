import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { lineAnswerProblem } from "../../../shared/debts/lineAnswer.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { TextField } from "../../borrower/ui/Field.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { Sheet } from "../../borrower/ui/Sheet.tsx";
import { Money } from "../../ui/Money.tsx";
import type { StatementLine } from "../cases/types.ts";
import { PaperChoice } from "../exhibits/BorrowerPaper.tsx";
import type { Paper } from "../exhibits/paper.ts";

interface DisputeSheetProps {
  readonly caseId: string;
  readonly line: StatementLine | undefined;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSend: (lineId: string, reason: string, paper: Paper) => void;
  readonly onClose: () => void;
}

/** What is wrong with one line, in the borrower's own words. */
export function DisputeSheet({ caseId, line, busy, error, onSend, onClose }: DisputeSheetProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState(line?.standing?.borrower?.reason ?? "");
  const [paper, setPaper] = useState<Paper>(line?.standing?.borrower?.exhibitId ?? null);
  const [asked, setAsked] = useState(false);
  const missing = asked && lineAnswerProblem("disputed", reason) !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (line && lineAnswerProblem("disputed", reason) === null) onSend(line.id, reason.trim(), paper);
  };
  const name = line ? t(`myCase.debt.component.${line.component}`) : "";
  return (
    <Sheet open={line !== undefined} title={t("myCase.debt.disputeTitle", { line: name })} onClose={onClose}>
      <form className="b-stack" onSubmit={submit} noValidate>
        {line && <Money fen={line.fen} strong />}
        <TextField
          label={t("myCase.debt.reason")}
          hint={t("myCase.debt.reasonHint")}
          {...(missing ? { error: t("myCase.debt.reasonNeeded") } : {})}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
        />
        {line && <PaperChoice caseId={caseId} paper={paper} onChange={setPaper} />}
        {error && <Problem error={error} />}
        <Button type="submit" wide busy={busy}>
          {t("myCase.debt.send")}
        </Button>
      </form>
    </Sheet>
  );
}
