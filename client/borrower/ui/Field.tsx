import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from "react";

interface Labelled {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string;
}

type FieldProps = Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, "id">;
type TextFieldProps = Labelled & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id">;

/** A labelled input; hint and error are read with it. */
export function Field({ label, hint, error, ...input }: FieldProps) {
  const id = useId();
  return (
    <Around id={id} label={label} hint={hint} {...(error === undefined ? {} : { error })}>
      <input {...input} {...described(id, hint, error)} id={id} className="b-input" />
    </Around>
  );
}

/** The same for several lines. */
export function TextField({ label, hint, error, ...area }: TextFieldProps) {
  const id = useId();
  return (
    <Around id={id} label={label} hint={hint} {...(error === undefined ? {} : { error })}>
      <textarea rows={4} {...area} {...described(id, hint, error)} id={id} className="b-input" />
    </Around>
  );
}

function described(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`];
  const describedBy = ids.filter((one) => one !== "").join(" ");
  return {
    "aria-invalid": error !== undefined,
    ...(describedBy === "" ? {} : { "aria-describedby": describedBy }),
  };
}

function Around({
  id,
  label,
  hint,
  error,
  children,
}: Labelled & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="b-field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="b-hint">
          {hint}
        </div>
      )}
      {children}
      {error !== undefined && (
        <div id={`${id}-error`} className="b-error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}
