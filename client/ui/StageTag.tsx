import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { CaseStage } from "../../shared/cases/lifecycle.ts";
import { palette } from "./palette.ts";

type Tone = "waiting" | "working" | "good" | "bad" | "ended";

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

const colours: Record<Tone, { color: string; background: string; borderColor: string }> = {
  waiting: { color: palette.warn, background: palette.warnSoft, borderColor: palette.caucusLine },
  working: { color: palette.primaryDeep, background: palette.primarySoft, borderColor: "#b6cdf7" },
  good: { color: palette.good, background: palette.goodSoft, borderColor: "#b5d8c1" },
  bad: { color: palette.bad, background: palette.badSoft, borderColor: "#eebbb7" },
  ended: { color: palette.inkSoft, background: palette.page, borderColor: palette.line },
};

export function StageTag({ stage }: { readonly stage: CaseStage }) {
  const { t } = useTranslation();
  return (
    <Tag style={{ ...colours[toneOf[stage]], marginInlineEnd: 0 }} variant="outlined">
      {t(`stage.${stage}`)}
    </Tag>
  );
}
