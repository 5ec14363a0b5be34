import { CheckOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Participation } from "./types.ts";

const STEPS = ["platformConsented", "invited", "opened", "identified", "borrowerConsented"] as const;

/** How far both sides have come towards taking part. */
export function ParticipationSteps({ participation }: { readonly participation: Participation }) {
  const { t } = useTranslation();
  return (
    <ol className="steps">
      {STEPS.map((step) => (
        <li key={step} className={participation[step] ? "step step-done" : "step"}>
          <span className="step-mark" aria-hidden="true">
            {participation[step] && <CheckOutlined />}
          </span>
          {t(`cases.steps.${step}`)}
          <span className="visually-hidden">
            {t(participation[step] ? "cases.stepDone" : "cases.stepOpen")}
          </span>
        </li>
      ))}
    </ol>
  );
}
