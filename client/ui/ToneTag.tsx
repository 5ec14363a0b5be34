import { Tag } from "antd";
import type { ReactNode } from "react";
import { palette } from "./palette.ts";

/** What a state means to the reader: others are awaited, work goes on, it is well, it needs care, it is over. */
export type Tone = "waiting" | "working" | "good" | "bad" | "ended";

const colours: Record<Tone, { color: string; background: string; borderColor: string }> = {
  waiting: { color: palette.warn, background: palette.warnSoft, borderColor: palette.caucusLine },
  working: { color: palette.primaryDeep, background: palette.primarySoft, borderColor: "#b6cdf7" },
  good: { color: palette.good, background: palette.goodSoft, borderColor: "#b5d8c1" },
  bad: { color: palette.bad, background: palette.badSoft, borderColor: "#eebbb7" },
  ended: { color: palette.inkSoft, background: palette.page, borderColor: palette.line },
};

export function ToneTag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <Tag style={{ ...colours[tone], marginInlineEnd: 0 }} variant="outlined">
      {children}
    </Tag>
  );
}
