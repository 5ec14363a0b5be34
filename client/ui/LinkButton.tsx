import { Button } from "antd";
import type { MouseEvent, ReactNode } from "react";
import { useHref, useNavigate } from "react-router";

interface LinkButtonProps {
  readonly to: string;
  readonly primary?: boolean;
  /** For a screen reader, where the words alone do not say which of several is meant. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** Looks like a button, is a link: it can be opened in another tab. */
export function LinkButton({ to, primary = false, label, children }: LinkButtonProps) {
  const navigate = useNavigate();
  const href = useHref(to);
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate(to);
  };
  return (
    <Button
      type={primary ? "primary" : "default"}
      href={href}
      onClick={follow}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </Button>
  );
}
