import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { NoteDialog } from "../cases/NoteDialog.tsx";
import { type Agreement, documentUrl, refuseAgreement, takeAgreementStep } from "./api.ts";
import { SigningDialog } from "./SigningDialog.tsx";

/** What this person may do with the agreement now. */
export function AgreementActions({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<"sign" | "refuse">();
  const { abilities, id, status } = agreement;
  const able = (ability: Agreement["abilities"][number]) => abilities.includes(ability);
  const step = useCommand<"release" | "seal">({
    run: (name, key) => takeAgreementStep(id, name, key),
    done: t(status === "review" ? "agreements.released" : "agreements.sealed"),
  });
  const refuse = useCommand<string | null>({
    run: (note, key) => refuseAgreement(id, note, key),
    done: t("agreements.refused"),
    onDone: () => setDialog(undefined),
  });
  const take = (name: "release" | "seal") => step.mutateAsync(name).then(rest, rest);
  const withdraws = able("withdraw");
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
      {able("download") && (
        <Button href={documentUrl(id)}>
          {t(status === "sealed" ? "agreements.download" : "agreements.downloadDraft")}
        </Button>
      )}
      {(able("refuse") || withdraws) && (
        <Button danger onClick={() => setDialog("refuse")}>
          {t(withdraws ? "agreements.withdraw" : "agreements.refuse")}
        </Button>
      )}
      <SigningDialog agreement={agreement} open={dialog === "sign"} onClose={() => setDialog(undefined)} />
      <NoteDialog
        open={dialog === "refuse"}
        title={t(withdraws ? "agreements.withdrawTitle" : "agreements.refuseTitle")}
        text={t("agreements.refuseText")}
        label={t("agreements.refuseNote")}
        submit={t(withdraws ? "agreements.withdraw" : "agreements.refuse")}
        busy={refuse.isPending}
        onClose={() => setDialog(undefined)}
        onSubmit={refuse.mutate}
      />
    </>
  );
}

/** A refusal has been said already; the button only has to come to rest. */
function rest(): void {}
