import type { ReactNode } from "react";
import { Link } from "react-router";

interface ButtonLinkProps {
  readonly to: string;
  readonly tone?: "primary" | "plain" | "quiet";
  readonly children: ReactNode;
}

/** Goes somewhere, and looks like the button it stands beside. */
export function ButtonLink({ to, tone = "primary", children }: ButtonLinkProps) {
  return (
    <Link to={to} className={`b-button b-button-${tone} b-wide`}>
      {children}
    </Link>
  );
}
