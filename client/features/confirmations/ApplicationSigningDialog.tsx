import { useTranslation } from "react-i18next";
import { TypedSigningDialog } from "../signing/TypedSigningDialog.tsx";
import { type Confirmation, paperUrl, signApplication } from "./api.ts";

interface ApplicationSigningDialogProps {
  readonly confirmation: Confirmation;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The platform's signatory signs the joint application by typing their name. */
export function ApplicationSigningDialog({ confirmation, open, onClose }: ApplicationSigningDialogProps) {
  const { t } = useTranslation();
  const { caseId, contentHash } = confirmation;
  return (
    <TypedSigningDialog
      open={open}
      title={t("confirmations.signTitle")}
      submit={t("confirmations.sign")}
      done={t("confirmations.signed")}
      name={confirmation.signerName ?? ""}
      consentWording={confirmation.consentWording}
      sign={async (typedName, key) =>
        contentHash !== null &&
        (await signApplication(caseId, { method: "typed", typedName, contentHash }, key))
      }
      ready={contentHash !== null}
      onClose={onClose}
    >
      <p className="dialog-text">
        <a href={paperUrl(caseId, "application.pdf")}>{t("agreements.readFirst")}</a>
      </p>
    </TypedSigningDialog>
  );
}
