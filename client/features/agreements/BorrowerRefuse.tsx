import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Confirm } from "../../borrower/ui/Confirm.tsx";
import { TextField } from "../../borrower/ui/Field.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { refuseAgreement } from "./api.ts";

interface RefuseSheetProps {
  readonly agreementId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Not signing is a right: what follows, and if they like why, for the mediator alone. */
export function RefuseSheet({ agreementId, open, onClose }: RefuseSheetProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [note, setNote] = useState("");
  const refusing = useSend({
    run: (reason: string, key) => refuseAgreement(agreementId, reason === "" ? null : reason, key),
    done: t("mySigning.refused"),
    onDone: () => {
      onClose();
      void navigate("/case", { replace: true });
    },
  });
  return (
    <Confirm
      open={open}
      title={t("mySigning.refuseTitle")}
      sure={t("mySigning.refuseSure")}
      keep={t("mySigning.keepReading")}
      tone="bad"
      busy={refusing.isPending}
      error={refusing.error}
      onSure={() => refusing.mutate(note.trim())}
      onClose={onClose}
    >
      <p>{t("mySigning.refuseText")}</p>
      <TextField
        label={t("mySigning.refuseNote")}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
      />
    </Confirm>
  );
}
