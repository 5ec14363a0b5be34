import type { ReactNode } from "react";
import { usePageHeading } from "../../ui/usePageHeading.ts";

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The way back, over the heading. */
  readonly above?: ReactNode;
  readonly children?: ReactNode;
  /** Stays in reach of the thumb at the foot of the screen. */
  readonly footer?: ReactNode;
}

/** One screen with its h1. */
export function Page({ title, lead, above, children, footer }: PageProps) {
  const heading = usePageHeading(title);
  return (
    <>
      <div className="b-page">
        {above}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <div className="b-lead">{lead}</div>}
        {children}
      </div>
      {footer !== undefined && <div className="b-footer">{footer}</div>}
    </>
  );
}
