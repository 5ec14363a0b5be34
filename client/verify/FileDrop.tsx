import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import "../ui/filePicker.css";
import "./verify.css";

interface FileDropProps {
  readonly name: string | undefined;
  readonly busy: boolean;
  readonly onChosen: (file: File) => void;
}

/** A place to drop a file; the browser's own field lies over it, so keyboard and screen reader work as usual. */
export function FileDrop({ name, busy, onChosen }: FileDropProps) {
  const { t } = useTranslation();
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first && !busy) onChosen(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={over ? "file-picker file-picker-over" : "file-picker"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        accept="application/pdf,.pdf"
        aria-describedby={`${id}-hint`}
        disabled={busy}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      <label htmlFor={id}>
        <svg viewBox="0 0 24 24" className="v-file" aria-hidden="true">
          <path d="M12 16V5M7.500 9.500L12 5l4.500 4.500M5 15v4h14v-4" />
        </svg>
        <strong>{busy ? t("verify.doc.checking") : (name ?? t("verify.doc.choose"))}</strong>
        <span id={`${id}-hint`}>{t("verify.doc.byFileHint")}</span>
      </label>
    </div>
  );
}
