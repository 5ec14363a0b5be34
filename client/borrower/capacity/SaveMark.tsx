import { useTranslation } from "react-i18next";
import type { SaveState } from "./draftSaver.ts";

interface SaveMarkProps {
  readonly state: SaveState;
  readonly onRetry: () => void;
  readonly onReload: () => void;
}

/** Whether what was typed is kept, and the way out when it is not. */
export function SaveMark({ state, onRetry, onReload }: SaveMarkProps) {
  const { t } = useTranslation();
  const texts: Record<SaveState, string> = {
    saved: t("myCapacity.saved"),
    typing: t("myCapacity.typing"),
    saving: t("myCapacity.saving"),
    failed: t("myCapacity.unsaved"),
    conflict: t("myCapacity.conflict"),
  };
  return (
    <span className="capacity-save">
      <output className={`capacity-mark capacity-mark-${state}`}>{texts[state]}</output>
      {state === "failed" && (
        <button type="button" className="capacity-inline" onClick={onRetry}>
          {t("common.retry")}
        </button>
      )}
      {state === "conflict" && (
        <button type="button" className="capacity-inline" onClick={onReload}>
          {t("myCapacity.reload")}
        </button>
      )}
    </span>
  );
}
