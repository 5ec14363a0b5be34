import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Confirm } from "../../borrower/ui/Confirm.tsx";
import { TextField } from "../../borrower/ui/Field.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { respondAsBorrower } from "./borrowerApi.ts";

interface LeaveSheetProps {
  readonly caseId: string;
  /** Before both have consented one declines; afterwards one leaves. */
  readonly how: "decline" | "leave";
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Saying no: what follows from it, and if they like why, for the mediator alone. */
export function LeaveSheet({ caseId, how, open, onClose }: LeaveSheetProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [note, setNote] = useState("");
  const leaving = useSend({
    run: (reason: string, key) =>
      respondAsBorrower(caseId, { answer: "decline", note: reason === "" ? null : reason }, key),
    done: t("myCase.consent.declined"),
    onDone: () => {
      onClose();
      void navigate("/case", { replace: true });
    },
  });
  return (
    <Confirm
      open={open}
      title={t(`myCase.consent.${how}Title`)}
      sure={t(`myCase.consent.${how}Sure`)}
      keep={t("myCase.consent.keep")}
      tone="bad"
      busy={leaving.isPending}
      error={leaving.error}
      onSure={() => leaving.mutate(note.trim())}
      onClose={onClose}
    >
      <p>{t(`myCase.consent.${how}Text`)}</p>
      <TextField
        label={t("myCase.consent.note")}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
      />
    </Confirm>
  );
}
