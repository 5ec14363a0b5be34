import { Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "../../../shared/sessions/sessionView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { confirmAttendance } from "./api.ts";
import { AttendanceList } from "./AttendanceList.tsx";
import { SessionTag } from "./SessionTag.tsx";

/** What was held or cancelled before, with who was there. */
export function PastSessions({ sessions }: { readonly sessions: readonly SessionView[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (sessions.length === 0) return null;
  return (
    <section className="session-past" aria-labelledby="session-past-title">
      <h3 id="session-past-title">{t("sessionDesk.history")}</h3>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            <p>
              <strong>{t("sessions.numbered", { number: session.number })}</strong>{" "}
              <SessionTag status={session.status} />{" "}
              <span className="faint tabular">
                {formatDateTime(session.startedAt ?? session.endedAt ?? "", language)}
              </span>
            </p>
            {session.status === "cancelled" && session.reason !== null && (
              <p className="faint">
                {t("sessionDesk.reason")}: {t(`sessions.cancelReason.${cancelReasonOf(session)}`)}
              </p>
            )}
            {session.status === "ended" && <AttendanceList session={session} />}
            {session.abilities.includes("confirm_attendance") && <Confirm session={session} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Confirm({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [present, setPresent] = useState<readonly string[]>(() =>
    session.attendance.filter((one) => one.present !== false).map(({ memberId }) => memberId),
  );
  const confirm = useCommand({
    run: (_: void, key) => confirmAttendance(session, present, key),
    done: t("sessions.attendance.confirmed"),
    onDone: () => setAsking(false),
  });
  if (session.attendance.length === 0) return null;
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t("sessions.attendance.confirm")}
      </Button>
      <Modal
        open={asking}
        title={t("sessions.attendance.confirmTitle")}
        okText={t("sessions.attendance.confirm")}
        cancelText={t("sessionDesk.cancel")}
        confirmLoading={confirm.isPending}
        onOk={() => confirm.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p>{t("sessions.attendance.confirmText")}</p>
        <div className="session-own">
          {session.attendance.map(({ memberId, name, party, seconds }) => (
            <Checkbox
              key={memberId}
              checked={present.includes(memberId)}
              onChange={(event) =>
                setPresent(
                  event.target.checked ? [...present, memberId] : present.filter((id) => id !== memberId),
                )
              }
            >
              {t("words.named", { name, role: t(`words.party.${party}`) })} ·{" "}
              {t("sessions.attendance.minutes", { count: Math.round(seconds / 60) })}
            </Checkbox>
          ))}
        </div>
      </Modal>
    </>
  );
}

/** A cancelled session's reason is one of cancelling. */
function cancelReasonOf({ reason }: SessionView) {
  const known = ["unavailable", "not_needed", "technical", "not_held", "case_ended"] as const;
  return known.find((one) => one === reason) ?? "not_needed";
}
