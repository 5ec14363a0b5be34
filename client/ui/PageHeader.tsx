import type { ReactNode } from "react";
import { usePageHeading } from "./usePageHeading.ts";
import "./page.css";

interface PageHeaderProps {
  readonly title: string;
  /** Beside the title: a stage, a number. */
  readonly tags?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
}

/** The one h1 of a staff page. */
export function PageHeader({ title, tags, description, actions }: PageHeaderProps) {
  const heading = usePageHeading(title);
  return (
    <header className="page-header">
      <div>
        <div className="page-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {tags}
        </div>
        {description !== undefined && <div className="page-description">{description}</div>}
      </div>
      {actions !== undefined && <div className="page-actions">{actions}</div>}
    </header>
  );
}
