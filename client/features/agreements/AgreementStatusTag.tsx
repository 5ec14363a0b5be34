import { useTranslation } from "react-i18next";
import type { AgreementStatus } from "../../../shared/agreements/lifecycle.ts";
import { type Tone, ToneTag } from "../../ui/ToneTag.tsx";

const toneOf: Record<AgreementStatus, Tone> = {
  review: "waiting",
  signing: "waiting",
  signed: "waiting",
  sealed: "good",
  refused: "ended",
  withdrawn: "ended",
  voided: "ended",
  lapsed: "ended",
};

export function AgreementStatusTag({ status }: { readonly status: AgreementStatus }) {
  const { t } = useTranslation();
  return <ToneTag tone={toneOf[status]}>{t(`agreements.status.${status}`)}</ToneTag>;
}
