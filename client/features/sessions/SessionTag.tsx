import { useTranslation } from "react-i18next";
import type { SessionStatus } from "../../../shared/sessions/lifecycle.ts";
import { ToneTag, type Tone } from "../../ui/ToneTag.tsx";

const TONES: Record<SessionStatus, Tone> = {
  polling: "waiting",
  scheduled: "waiting",
  lobby: "working",
  running: "working",
  adjourned: "waiting",
  ended: "ended",
  cancelled: "ended",
};

export function SessionTag({ status }: { readonly status: SessionStatus }) {
  const { t } = useTranslation();
  return <ToneTag tone={TONES[status]}>{t(`sessions.status.${status}`)}</ToneTag>;
}
