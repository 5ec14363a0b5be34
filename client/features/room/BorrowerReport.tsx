import { useState } from "react";
import { useTranslation } from "react-i18next";
import { REPORT_REASONS, type ReportReason } from "../../../shared/rooms/safety.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { TextField } from "../../borrower/ui/Field.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { RadioList } from "../../borrower/ui/RadioList.tsx";
import { Sheet } from "../../borrower/ui/Sheet.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { type RoomStep, takeStep } from "./safetyApi.ts";

interface ReportSheetProps {
  readonly caseId: string;
  readonly messageId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Tell the mediator, in confidence, that something should not have been said. */
export function ReportSheet({ caseId, messageId, open, onClose }: ReportSheetProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<ReportReason>("insult");
  const [note, setNote] = useState("");
  const report = useSend<RoomStep>({
    run: (step, key) => takeStep(caseId, step, key),
    done: t("safety.report.sent"),
    onDone: onClose,
  });
  return (
    <Sheet open={open} title={t("safety.report.title")} onClose={onClose}>
      <p>{t("safety.report.lead")}</p>
      <RadioList
        legend={t("safety.report.reason")}
        value={reason}
        onChange={setReason}
        choices={REPORT_REASONS.map((value) => ({ value, label: t(`safety.report.reasons.${value}`) }))}
      />
      <TextField
        label={t("safety.report.note")}
        rows={3}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {report.error && <Problem error={report.error} />}
      <Button
        wide
        busy={report.isPending}
        onClick={() => report.mutate({ do: "report", messageId, reason, note })}
      >
        {t("safety.report.send")}
      </Button>
    </Sheet>
  );
}
