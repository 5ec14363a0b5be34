import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { NoteDialog } from "../cases/NoteDialog.tsx";
import { type Agreement, documentUrl, refuseAgreement, takeAgreementStep } from "./api.ts";
import { EndDialog } from "./EndDialog.tsx";
import { ReadingDialog } from "./ReadingDialog.tsx";
import { SigningDialog } from "./SigningDialog.tsx";

type DialogName = "read" | "sign" | "refuse" | "withdrawal" | "change";

/** What this person may do with the agreement now. */
export function AgreementActions({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<DialogName>();
  const { abilities, id, status } = agreement;
  const able = (ability: Agreement["abilities"][number]) => abilities.includes(ability);
  const close = () => setDialog(undefined);
  const step = useCommand<"release" | "seal">({
    run: (name, key) => takeAgreementStep(id, name, key),
    done: t(status === "review" ? "agreements.released" : "agreements.sealed"),
  });
  const take = (name: "release" | "seal") => step.mutateAsync(name).then(rest, rest);
  return (
    <>
      {able("release") && (
        <ConfirmButton type="primary" ask={t("agreements.releaseAsk")} onConfirm={() => take("release")}>
          {t("agreements.release")}
        </ConfirmButton>
      )}
      {able("sign") && (
        <Button type="primary" onClick={() => setDialog("sign")}>
          {t("agreements.sign")}
        </Button>
      )}
      {able("seal") && (
        <ConfirmButton type="primary" ask={t("agreements.sealAsk")} onConfirm={() => take("seal")}>
          {t("agreements.seal")}
        </ConfirmButton>
      )}
      <Button onClick={() => setDialog("read")}>{t("reader.open")}</Button>
      {able("download") && (
        <Button href={documentUrl(id)}>
          {t(status === "sealed" ? "agreements.download" : "agreements.downloadDraft")}
        </Button>
      )}
      {able("change") && <Button onClick={() => setDialog("change")}>{t("agreements.change.open")}</Button>}
      {able("refuse") && (
        <Button danger onClick={() => setDialog("refuse")}>
          {t("agreements.refuse")}
        </Button>
      )}
      {able("withdraw") && (
        <Button danger onClick={() => setDialog("withdrawal")}>
          {t("agreements.withdrawal.open")}
        </Button>
      )}
      <SigningDialog agreement={agreement} open={dialog === "sign"} onClose={close} />
      <RefusalDialog agreementId={id} open={dialog === "refuse"} onClose={close} />
      {dialog === "read" && <ReadingDialog agreement={agreement} onClose={close} />}
      {(dialog === "withdrawal" || dialog === "change") && (
        <EndDialog agreement={agreement} how={dialog} onClose={close} />
      )}
    </>
  );
}

interface RefusalDialogProps {
  readonly agreementId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

function RefusalDialog({ agreementId, open, onClose }: RefusalDialogProps) {
  const { t } = useTranslation();
  const refuse = useCommand<string | null>({
    run: (note, key) => refuseAgreement(agreementId, note, key),
    done: t("agreements.refused"),
    onDone: onClose,
  });
  return (
    <NoteDialog
      open={open}
      title={t("agreements.refuseTitle")}
      text={t("agreements.refuseText")}
      label={t("agreements.refuseNote")}
      submit={t("agreements.refuse")}
      busy={refuse.isPending}
      onClose={onClose}
      onSubmit={refuse.mutate}
    />
  );
}

/** A refusal has been said already; the button only has to come to rest. */
function rest(): void {}
