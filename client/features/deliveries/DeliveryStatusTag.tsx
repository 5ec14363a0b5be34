import { useTranslation } from "react-i18next";
import type { DeliveryStatus } from "../../../shared/deliveries/lifecycle.ts";
import { type Tone, ToneTag } from "../../ui/ToneTag.tsx";

const toneOf: Record<DeliveryStatus, Tone> = { pending: "waiting", delivered: "good", failed: "bad" };

export function DeliveryStatusTag({ status }: { readonly status: DeliveryStatus }) {
  const { t } = useTranslation();
  return <ToneTag tone={toneOf[status]}>{t(`deliveries.log.status.${status}`)}</ToneTag>;
}
