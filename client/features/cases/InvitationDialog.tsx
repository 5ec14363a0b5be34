import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import type { CaseFile } from "./types.ts";
import { useCaseSteps } from "./useCaseSteps.ts";

interface InvitationDialogProps {
  readonly theCase: CaseFile;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The invitation as a code to be scanned, and the way to replace it. */
export function InvitationDialog({ theCase, open, onClose }: InvitationDialogProps) {
  const { t } = useTranslation();
  const [missing, setMissing] = useState(false);
  const [issue, setIssue] = useState(0);
  const { resend } = useCaseSteps(theCase.id);
  const again = async () => {
    try {
      await resend.mutateAsync();
      setMissing(false);
      setIssue((before) => before + 1);
    } catch {
      // Already said by the command; the picture shown stays valid.
    }
  };
  return (
    <Modal
      open={open}
      title={t("cases.qrTitle")}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={420}
    >
      <div className="invitation">
        {missing ? (
          <p>{t("cases.qrMissing")}</p>
        ) : (
          <img
            src={`/api/cases/${theCase.id}/invitation.svg?issue=${issue}`}
            alt={t("cases.qrAlt", { number: theCase.number })}
            width={240}
            height={240}
            onError={() => setMissing(true)}
          />
        )}
        <p className="dialog-text">{t("cases.qrText")}</p>
        <ConfirmButton ask={t("cases.resendAsk")} onConfirm={again}>
          {t("cases.resend")}
        </ConfirmButton>
      </div>
    </Modal>
  );
}
