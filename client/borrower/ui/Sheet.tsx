import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";

interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Comes up from the foot of the screen. The platform's own dialog keeps the focus in and gives it back. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
    if (!open) element?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="b-sheet" aria-labelledby={id} onClose={onClose}>
      <div className="b-sheet-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="b-sheet-close" aria-label={t("common.close")} onClick={onClose}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M5 5l10 10M15 5L5 15" />
          </svg>
        </button>
      </div>
      <div className="b-sheet-body">{open && children}</div>
    </dialog>
  );
}
