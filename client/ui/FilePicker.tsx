import { FileTextOutlined, InboxOutlined } from "@ant-design/icons";
import { type DragEvent, useId, useState } from "react";
import "./filePicker.css";

interface FilePickerProps {
  readonly accept: string;
  readonly title: string;
  readonly hint: string;
  readonly file?: File | undefined;
  readonly disabled?: boolean;
  readonly onChosen: (file: File) => void;
}

/** A field to drop a file on; underneath it is the browser's own, so keyboard and screen reader work as usual. */
export function FilePicker({ accept, title, hint, file, disabled = false, onChosen }: FilePickerProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first) onChosen(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
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
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      <label htmlFor={id}>
        {file ? <FileTextOutlined aria-hidden /> : <InboxOutlined aria-hidden />}
        <strong>{file?.name ?? title}</strong>
        <span>{hint}</span>
      </label>
    </div>
  );
}
