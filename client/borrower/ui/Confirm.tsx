import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Problem } from "./Problem.tsx";
import { Sheet } from "./Sheet.tsx";

interface ConfirmProps {
  readonly open: boolean;
  readonly title: string;
  readonly sure: string;
  readonly keep: string;
  readonly tone?: "primary" | "bad";
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSure: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks once more before something that cannot be taken back as easily as it is done. */
export function Confirm(props: ConfirmProps) {
  const { open, title, sure, keep, tone = "primary", busy, error, onSure, onClose, children } = props;
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      {children}
      {error && <Problem error={error} />}
      <Button wide tone={tone} busy={busy} onClick={onSure}>
        {sure}
      </Button>
      <Button wide tone="plain" disabled={busy} onClick={onClose}>
        {keep}
      </Button>
    </Sheet>
  );
}
