import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { StageTag } from "../../ui/StageTag.tsx";
import { palette } from "../../ui/palette.ts";
import type { CaseSummary } from "./types.ts";

/** The stage, and that its clocks stand still. */
export function CaseStage({ of }: { readonly of: Pick<CaseSummary, "stage" | "paused"> }) {
  const { t } = useTranslation();
  return (
    <span className="tags">
      <StageTag stage={of.stage} />
      {of.paused && (
        <Tag
          variant="outlined"
          style={{ color: palette.warn, background: palette.warnSoft, marginInlineEnd: 0 }}
        >
          {t("words.paused")}
        </Tag>
      )}
    </span>
  );
}
