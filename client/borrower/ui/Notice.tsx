import type { ReactNode } from "react";

type NoticeTone = "info" | "good" | "warn" | "bad";

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title?: string;
  readonly children: ReactNode;
}

const signs: Record<NoticeTone, string> = {
  info: "M10 9v5M10 6v.01",
  good: "M6 10.5l2.8 2.8L14 7.5",
  warn: "M10 5.5v5M10 14v.01",
  bad: "M7 7l6 6M13 7l-6 6",
};

/** A sentence that matters. A fault interrupts a screen reader; the others wait their turn. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={`b-notice b-notice-${tone}`} role={tone === "bad" ? "alert" : "note"}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="8.5" />
        <path d={signs[tone]} />
      </svg>
      <div>
        {title !== undefined && <strong>{title}</strong>}
        <div>{children}</div>
      </div>
    </div>
  );
}
