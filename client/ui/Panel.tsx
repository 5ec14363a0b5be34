import { type ReactNode, useId } from "react";
import "./panel.css";

interface PanelProps {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A framed part of a page under a heading of its own. */
export function Panel({ title, actions, className = "", children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} {...(title === undefined ? {} : { "aria-labelledby": id })}>
      {title !== undefined && (
        <div className="section-head">
          <h2 id={id} className="section-title">
            {title}
          </h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
