import { cloneElement, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { TermsProblem } from "../../../shared/plans/termsProblem.ts";
import "./offerEditor.css";
import "./plan/plan.css";

/** What a field says to the control inside it. */
export interface FieldControl {
  readonly status?: "error";
  readonly "aria-invalid"?: boolean;
  readonly "aria-describedby"?: string;
}

interface FieldProps {
  /** The id of the control inside. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: TermsProblem | undefined;
  /** Takes the whole row: its choices are sentences. */
  readonly wide?: boolean;
  readonly children: ReactElement<FieldControl>;
}

/**
 * A labelled control with what is wrong with it. Not the form item of the component library: that measures itself each time it
 * is drawn, which a form whose figures move cannot afford.
 */
export function Field({ id, label, hint, problem, wide = false, children }: FieldProps) {
  const { t } = useTranslation();
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(" ");
  const control: FieldControl = {
    ...(problem === undefined ? {} : { status: "error", "aria-invalid": true }),
    ...(described === "" ? {} : { "aria-describedby": described }),
  };
  return (
    <div className={wide ? "offer-field offer-field-wide" : "offer-field"}>
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, control)}
      {problem && (
        <small id={`${id}-problem`} className="plan-problem" role="alert">
          {t(`planForm.problem.${problem.code}`, problem.params)}
        </small>
      )}
      {hint && (
        <small id={`${id}-hint`} className="plan-hint">
          {hint}
        </small>
      )}
    </div>
  );
}
