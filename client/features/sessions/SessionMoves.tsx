import { App, Button, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CancelReason } from "../../../shared/sessions/lifecycle.ts";
import type { SessionView } from "../../../shared/sessions/sessionView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { cancelSession, changeTime, offerTimes, takeStep } from "./api.ts";
import { TimesDialog } from "./TimesDialog.tsx";

/** The reasons a person gives; the others are the clock's. */
const REASONS = ["unavailable", "not_needed", "technical"] as const satisfies readonly CancelReason[];

interface MovesProps {
  readonly caseId: string;
  readonly session: SessionView;
}

/** What the mediator can do with a session on the desk; for everybody else there is nothing. */
export function SessionMoves({ caseId, session }: MovesProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<"reoffer" | "reschedule" | "cancel" | null>(null);
  const may = (ability: SessionView["abilities"][number]) => session.abilities.includes(ability);
  const close = () => setAsking(null);
  const lobby = useCommand({
    run: (_: void, key) => takeStep(session, "lobby", key),
    done: t("sessions.lobby.opened"),
  });
  return (
    <>
      {may("open_lobby") && (
        <Button size="small" loading={lobby.isPending} onClick={() => lobby.mutate()}>
          {t("sessions.lobby.open")}
        </Button>
      )}
      {may("reoffer") && (
        <Button size="small" onClick={() => setAsking("reoffer")}>
          {t("sessionDesk.reoffer")}
        </Button>
      )}
      {may("reschedule") && (
        <Button size="small" onClick={() => setAsking("reschedule")}>
          {t("sessionDesk.reschedule")}
        </Button>
      )}
      {may("cancel") && (
        <Button size="small" danger onClick={() => setAsking("cancel")}>
          {t("sessionDesk.callOff")}
        </Button>
      )}
      {asking === "reoffer" && <Reoffer caseId={caseId} session={session} onClose={close} />}
      {asking === "reschedule" && <Reschedule session={session} onClose={close} />}
      {asking === "cancel" && <CallOff session={session} onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly session: SessionView;
  readonly onClose: () => void;
}

function Reoffer({ caseId, session, onClose }: DialogProps & { readonly caseId: string }) {
  const { t } = useTranslation();
  const send = useCommand({
    run: (offered: { times: string[]; minutes: number }, key) => offerTimes(caseId, session, offered, key),
    done: t("sessionDesk.offered"),
    onDone: onClose,
  });
  return (
    <TimesDialog
      title={t("sessionDesk.reoffer")}
      hint={t("sessionDesk.reofferHint")}
      minutes={session.minutes}
      times={session.times}
      send={t("sessionDesk.send")}
      busy={send.isPending}
      onSend={(times, minutes) => send.mutate({ times, minutes })}
      onClose={onClose}
    />
  );
}

function Reschedule({ session, onClose }: DialogProps) {
  const { t } = useTranslation();
  const change = useCommand({
    run: (to: { startsAt: string; minutes: number }, key) =>
      changeTime(session, to.startsAt, to.minutes, key),
    done: t("sessionDesk.rescheduled"),
    onDone: onClose,
  });
  const at = session.resumesAt ?? session.startsAt;
  return (
    <TimesDialog
      single
      title={t("sessionDesk.rescheduleTitle")}
      minutes={session.minutes}
      times={at === null ? [] : [at]}
      send={t("sessionDesk.save")}
      busy={change.isPending}
      onSend={([startsAt], minutes) => startsAt !== undefined && change.mutate({ startsAt, minutes })}
      onClose={onClose}
    />
  );
}

function CallOff({ session, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [reason, setReason] = useState<CancelReason>("unavailable");
  const cancel = useCommand({
    run: (_: void, key) => cancelSession(session, reason, key),
    onDone: () => {
      onClose();
      void message.success(t("sessionDesk.calledOff"));
    },
  });
  return (
    <Modal
      open
      title={t("sessionDesk.callOffTitle")}
      okText={t("sessionDesk.callOff")}
      okButtonProps={{ danger: true }}
      cancelText={t("sessionDesk.cancel")}
      confirmLoading={cancel.isPending}
      onOk={() => cancel.mutate()}
      onCancel={onClose}
    >
      <p>{t("sessionDesk.callOffText")}</p>
      <Radio.Group
        aria-label={t("sessionDesk.reason")}
        className="session-reasons"
        value={reason}
        onChange={(event) => setReason(REASONS.find((one) => one === event.target.value) ?? "unavailable")}
        options={REASONS.map((value) => ({ value, label: t(`sessions.cancelReason.${value}`) }))}
      />
    </Modal>
  );
}
