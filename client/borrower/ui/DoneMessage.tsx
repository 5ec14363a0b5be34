import { useEffect, useState } from "react";
import { onDone } from "./done.ts";

const SHOWN_MS = 4_000;

/** One place where success is said, so that a screen reader hears it wherever it came from. */
export function DoneMessage() {
  const [text, setText] = useState("");
  useEffect(() => onDone(setText), []);
  useEffect(() => {
    if (text === "") return;
    const timer = window.setTimeout(() => setText(""), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return (
    <output className="b-done" aria-live="polite">
      {text !== "" && <span>{text}</span>}
    </output>
  );
}
