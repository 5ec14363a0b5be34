import { useTranslation } from "react-i18next";
import type { ImportStatus } from "../../../shared/intake/importLifecycle.ts";
import { type Tone, ToneTag } from "../../ui/ToneTag.tsx";

const toneOf: Record<ImportStatus, Tone> = {
  reading: "working",
  needs_mapping: "waiting",
  previewed: "waiting",
  importing: "working",
  imported: "good",
  failed: "bad",
};

export function ImportStatusTag({ status }: { readonly status: ImportStatus }) {
  const { t } = useTranslation();
  return <ToneTag tone={toneOf[status]}>{t(`imports.status.${status}`)}</ToneTag>;
}
