import { Form } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TermsProblem } from "../../../shared/plans/termsProblem.ts";

interface FieldProps {
  /** The id of the control inside. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: TermsProblem | undefined;
  readonly children: ReactNode;
}

/** A labelled control with what is wrong with it. */
export function Field({ id, label, hint, problem, children }: FieldProps) {
  const { t } = useTranslation();
  const help = problem && t(`planForm.problem.${problem.code}`, problem.params);
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      className="offer-field"
      {...(help === undefined ? {} : { help, validateStatus: "error" as const })}
      {...(hint === undefined ? {} : { extra: hint })}
    >
      {children}
    </Form.Item>
  );
}
