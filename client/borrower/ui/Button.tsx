import type { ButtonHTMLAttributes } from "react";

interface BorrowerButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: "primary" | "plain" | "quiet" | "bad";
  readonly wide?: boolean;
  /** Being carried out: shown, announced, and not to be pressed twice. */
  readonly busy?: boolean;
}

export function Button({ tone = "primary", wide = false, busy = false, ...rest }: BorrowerButtonProps) {
  const { type = "button", className = "", disabled = false, children, ...button } = rest;
  return (
    <button
      {...button}
      type={type}
      aria-busy={busy}
      disabled={disabled || busy}
      className={`b-button b-button-${tone} ${wide ? "b-wide" : ""} ${className}`}
    >
      {busy && <span className="b-spin" aria-hidden="true" />}
      {children}
    </button>
  );
}
