import { useTranslation } from "react-i18next";
import type { CaseStage } from "../../shared/cases/lifecycle.ts";
import { type Tone, ToneTag } from "./ToneTag.tsx";

const toneOf: Record<CaseStage, Tone> = {
  intake: "waiting",
  invited: "waiting",
  preparing: "working",
  negotiating: "working",
  signing: "working",
  performing: "good",
  breached: "bad",
  terminated: "ended",
  escalated: "bad",
  completed: "good",
  closed: "ended",
};

export function StageTag({ stage }: { readonly stage: CaseStage }) {
  const { t } = useTranslation();
  return <ToneTag tone={toneOf[stage]}>{t(`stage.${stage}`)}</ToneTag>;
}
