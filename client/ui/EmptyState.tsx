import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./states.css";

interface EmptyStateProps {
  readonly title?: string;
  readonly children?: ReactNode;
  /** What the person can do about it. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  const { t } = useTranslation();
  return (
    <div className="state">
      <svg className="state-picture" viewBox="0 0 64 48" aria-hidden="true">
        <rect x="8" y="10" width="48" height="30" rx="4" />
        <path d="M8 18h48M16 26h20M16 32h12" />
      </svg>
      <p className="state-title">{title ?? t("common.empty")}</p>
      {children !== undefined && <div className="state-text">{children}</div>}
      {action}
    </div>
  );
}
