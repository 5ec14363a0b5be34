import { CopyButton } from "./CopyButton.tsx";
import "./hash.css";

/** A SHA-256 in full, in groups that can be compared by eye, with a button that copies it as it is. */
export function Hash({ value }: { readonly value: string }) {
  return (
    <span className="hash">
      <code>{value.replace(/(.{8})(?=.)/g, "$1 ")}</code>
      <CopyButton text={value} />
    </span>
  );
}
