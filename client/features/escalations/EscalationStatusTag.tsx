import { useTranslation } from "react-i18next";
import type { EscalationStatus } from "../../../shared/escalations/lifecycle.ts";
import { type Tone, ToneTag } from "../../ui/ToneTag.tsx";

const toneOf: Record<EscalationStatus, Tone> = {
  composing: "working",
  sealed: "good",
  failed: "bad",
  closed: "ended",
};

export function EscalationStatusTag({ status }: { readonly status: EscalationStatus }) {
  const { t } = useTranslation();
  return <ToneTag tone={toneOf[status]}>{t(`escalations.status.${status}`)}</ToneTag>;
}
