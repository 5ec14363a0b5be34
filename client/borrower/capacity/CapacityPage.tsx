import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type OwnCapacity, useOwnCapacity } from "../../features/capacity/api.ts";
import { lookUp } from "../../i18n/text.ts";
import { InCase } from "../InCase.tsx";
import { BackLink } from "../ui/BackLink.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Page } from "../ui/Page.tsx";
import { Result } from "./Result.tsx";
import { isSection, resumeStep, type Step, stepPath } from "./steps.ts";
import "./capacity.css";

/** What came out, once it was handed in; before that, what this is and the way into the form. */
export function CapacityPage() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <OfCase caseId={file.id}>
          {(own) =>
            own.submitted ? (
              <Page title={t("myCapacity.resultTitle")} above={<BackLink />}>
                {own.changed && (
                  <Notice tone="warn">
                    <p>{t("myCapacity.changed")}</p>
                    <ButtonLink to={stepPath("review")}>{t("myCapacity.step.review")}</ButtonLink>
                  </Notice>
                )}
                <Result own={own} submitted={own.submitted} />
              </Page>
            ) : (
              <Start own={own} />
            )
          }
        </OfCase>
      )}
    </InCase>
  );
}

function OfCase(props: { readonly caseId: string; readonly children: (own: OwnCapacity) => ReactNode }) {
  const own = useOwnCapacity(props.caseId);
  return <Loaded of={own}>{props.children}</Loaded>;
}

function Start({ own }: { readonly own: OwnCapacity }) {
  const { t } = useTranslation();
  const begun = own.version > 0;
  const step = resumeStep(own.draft);
  return (
    <Page title={t("myCapacity.title")} lead={t("myCapacity.startLead")} above={<BackLink />}>
      <Notice tone="info" title={t("myCapacity.privacyTitle")}>
        {t("myCapacity.privacy")}
      </Notice>
      {begun && <p>{t("myCapacity.resumeText", { step: stepName(step) })}</p>}
      {own.abilities.includes("save") ? (
        <ButtonLink to={stepPath(step)}>{t(begun ? "myCapacity.resume" : "myCapacity.start")}</ButtonLink>
      ) : (
        <Notice tone="info">{t("myCapacity.closed")}</Notice>
      )}
    </Page>
  );
}

function stepName(step: Step): string {
  return lookUp(isSection(step) ? `capacity.section.${step}` : `myCapacity.step.${step}`) ?? "";
}
