import { useTranslation } from "react-i18next";
import { StageTag } from "../../ui/StageTag.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import type { CaseSummary } from "./types.ts";

/** The stage, and that its clocks stand still. */
export function CaseStage({ of }: { readonly of: Pick<CaseSummary, "stage" | "paused"> }) {
  const { t } = useTranslation();
  return (
    <span className="tags">
      <StageTag stage={of.stage} />
      {of.paused && <ToneTag tone="waiting">{t("words.paused")}</ToneTag>}
    </span>
  );
}
