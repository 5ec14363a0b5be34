import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useQueryClient } from "@tanstack/react-query";
import { capacityKey } from "../../features/capacity/api.ts";
import { BackLink } from "../ui/BackLink.tsx";
import { Button } from "../ui/Button.tsx";
import { focusFault } from "../ui/focusFault.ts";
import { Page } from "../ui/Page.tsx";
import { SaveMark } from "./SaveMark.tsx";
import { besides, CAPACITY_PATH, type Step, stepPath, STEPS } from "./steps.ts";
import type { DraftInHand } from "./useDraft.ts";

interface StepFrameProps {
  readonly step: Step;
  readonly caseId: string;
  readonly inHand: DraftInHand;
  readonly title: string;
  readonly lead: ReactNode;
  /** What the screen comes to so far. */
  readonly total?: ReactNode;
  readonly next: string;
  /** Answers whether it went on; otherwise the first fault is put in view. */
  readonly onNext: () => boolean;
  readonly onSkip?: () => void;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** One screen of the form: Enter goes on, the foot shows the sum and whether it is saved. */
export function StepFrame(props: StepFrameProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { step, inHand, total, onSkip } = props;
  const before = besides(step, -1);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!props.onNext()) focusFault(event.currentTarget);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Page
        title={props.title}
        lead={props.lead}
        above={
          <>
            <BackLink
              to={before === null ? CAPACITY_PATH : stepPath(before)}
              label={t("myCapacity.previous")}
            />
            <p className="b-hint capacity-progress">
              {t("myCapacity.progress", { at: STEPS.indexOf(step) + 1, all: STEPS.length })}
              <progress max={STEPS.length} value={STEPS.indexOf(step) + 1} aria-hidden="true" />
            </p>
          </>
        }
        footer={
          <>
            <div className="capacity-foot">
              <div aria-live="polite">{total}</div>
              <SaveMark
                state={inHand.state}
                onRetry={() => void inHand.saver.flush()}
                onReload={() => void queries.resetQueries({ queryKey: capacityKey(props.caseId) })}
              />
            </div>
            <div className="capacity-buttons">
              {onSkip && (
                <Button tone="plain" onClick={onSkip}>
                  {t("myCapacity.skip")}
                </Button>
              )}
              <Button type="submit" wide busy={props.busy ?? false}>
                {props.next}
              </Button>
            </div>
          </>
        }
      >
        {props.children}
      </Page>
    </form>
  );
}
