import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/problem.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { useInvitationCode } from "./invitationCode.ts";
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
  const code = useInvitationCode(theCase.id, open);
  const { resend } = useCaseSteps(theCase.id);
  const missing =
    code.error instanceof ApiProblem && (code.error.status === 404 || code.error.status === 410);
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
          <Loaded of={code}>
            {(source) => (
              <img src={source} alt={t("cases.qrAlt", { number: theCase.number })} width={240} height={240} />
            )}
          </Loaded>
        )}
        <p className="dialog-text">{t("cases.qrText")}</p>
        <ConfirmButton
          ask={t("cases.resendAsk")}
          onConfirm={() =>
            resend.mutateAsync().then(
              () => undefined,
              () => undefined,
            )
          }
        >
          {t("cases.resend")}
        </ConfirmButton>
      </div>
    </Modal>
  );
}
