import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { MediatorDialog } from "../appointments/MediatorDialog.tsx";
import { CallDialog } from "../outreach/CallDialog.tsx";
import { declineCase, proposeMediator, respondForPlatform } from "./api.ts";
import { InvitationDialog } from "./InvitationDialog.tsx";
import { NoteDialog } from "./NoteDialog.tsx";
import { PauseDialog } from "./PauseDialog.tsx";
import { TerminationDialog } from "./TerminationDialog.tsx";
import type { CaseFile } from "./types.ts";

export type DialogName = "appoint" | "decline" | "leave" | "pause" | "terminate" | "qr" | "call";

interface CaseDialogsProps {
  readonly theCase: CaseFile;
  readonly shown: DialogName | undefined;
  readonly onClose: () => void;
}

/** Steps that ask for something first. */
export function CaseDialogs({ theCase, shown, onClose }: CaseDialogsProps) {
  const { t } = useTranslation();
  const appoint = useCommand<string>({
    run: (mediatorId, key) => proposeMediator(theCase.id, mediatorId, key),
    done: t("appointments.proposed"),
    onDone: onClose,
  });
  const decline = useCommand<string | null>({
    run: (note, key) => declineCase(theCase.id, note, key),
    done: t("cases.declined"),
    onDone: onClose,
  });
  const leave = useCommand<string | null>({
    run: (note, key) => respondForPlatform(theCase.id, { answer: "decline", note }, key),
    done: t("cases.left"),
    onDone: onClose,
  });
  return (
    <>
      <MediatorDialog
        open={shown === "appoint"}
        caseId={theCase.id}
        count={1}
        busy={appoint.isPending}
        onClose={onClose}
        onChosen={appoint.mutate}
      />
      <NoteDialog
        open={shown === "decline"}
        title={t("cases.declineTitle")}
        text={t("cases.declineText")}
        label={t("cases.declineNote")}
        submit={t("cases.decline")}
        busy={decline.isPending}
        onClose={onClose}
        onSubmit={decline.mutate}
      />
      <NoteDialog
        open={shown === "leave"}
        title={t("cases.leaveTitle")}
        text={t("cases.leaveText")}
        label={t("cases.leaveNote")}
        submit={t("cases.leaveConfirm")}
        busy={leave.isPending}
        onClose={onClose}
        onSubmit={leave.mutate}
      />
      <PauseDialog caseId={theCase.id} open={shown === "pause"} onClose={onClose} />
      <TerminationDialog theCase={theCase} open={shown === "terminate"} onClose={onClose} />
      <CallDialog caseId={theCase.id} open={shown === "call"} onClose={onClose} />
      <InvitationDialog theCase={theCase} open={shown === "qr"} onClose={onClose} />
    </>
  );
}
