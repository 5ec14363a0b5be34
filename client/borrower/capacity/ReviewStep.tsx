import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { type Section, sectionOf, SECTIONS } from "../../../shared/capacity/lines.ts";
import { monthlyAverage } from "../../../shared/capacity/monthly.ts";
import type { CapacityDraft } from "../../../shared/capacity/statement.ts";
import { submitStatement } from "../../../shared/capacity/submission.ts";
import { capacityKey, type OwnCapacity, submitCapacity } from "../../features/capacity/api.ts";
import { Money } from "../../ui/Money.tsx";
import { Card } from "../ui/Card.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Problem } from "../ui/Problem.tsx";
import { useSend } from "../useSend.ts";
import { StepFrame } from "./StepFrame.tsx";
import { CAPACITY_PATH, stepPath } from "./steps.ts";
import type { DraftInHand } from "./useDraft.ts";

/** Everything once more, each part a step away from being changed, before it goes to the mediator. */
export function ReviewStep({ own, inHand }: { readonly own: OwnCapacity; readonly inHand: DraftInHand }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { draft, saver } = inHand;
  const decision = submitStatement(draft, null);
  const missing = decision.ok ? [] : decision.problems;
  const submitting = useSend({
    run: async (_: void, key) => {
      // What could not be kept cannot be handed in; the mark beside the button says why.
      if (!(await saver.flush())) return null;
      return await submitCapacity(own.caseId, saver.version, `${key} ${saver.version}`);
    },
    onDone: (answer) => {
      if (answer === null) return;
      queries.setQueryData(capacityKey(own.caseId), answer);
      void navigate(CAPACITY_PATH);
    },
  });
  return (
    <StepFrame
      step="review"
      caseId={own.caseId}
      inHand={inHand}
      title={t("myCapacity.step.review")}
      lead={t("myCapacity.reviewLead")}
      total={<Left draft={draft} />}
      next={t("myCapacity.submit")}
      busy={submitting.isPending}
      onNext={() => {
        if (missing.length === 0) submitting.mutate();
        return missing.length === 0;
      }}
    >
      {missing.map(({ pointer }) => (
        <Notice key={pointer} tone="warn">
          {pointer === "/householdSize" ? (
            <Link to={`${stepPath("household")}?then=review`}>{t("myCapacity.missingHousehold")}</Link>
          ) : (
            <Link to={`${stepPath("income")}?then=review`}>{t("myCapacity.missingIncome")}</Link>
          )}
        </Notice>
      ))}
      {submitting.error && <Problem error={submitting.error} />}
      <Card>
        <dl className="capacity-review">
          <HouseholdRow draft={draft} />
          {SECTIONS.map((section) => (
            <SectionRow key={section} section={section} draft={draft} />
          ))}
        </dl>
      </Card>
      <Notice tone="info" title={t("myCapacity.privacyTitle")}>
        {t("myCapacity.privacy")}
      </Notice>
    </StepFrame>
  );
}

function HouseholdRow({ draft }: { readonly draft: CapacityDraft }) {
  const { t } = useTranslation();
  const { householdSize, region } = draft;
  const name = t("myCapacity.step.household");
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {householdSize === null
          ? t("myCapacity.notAnswered")
          : t("myCapacity.people", { count: householdSize })}
        {region !== null && ` · ${region}`}
      </dd>
      <dd>
        <Link
          to={`${stepPath("household")}?then=review`}
          aria-label={t("myCapacity.editOf", { section: name })}
        >
          {t("myCapacity.edit")}
        </Link>
      </dd>
    </div>
  );
}

function SectionRow({ section, draft }: { readonly section: Section; readonly draft: CapacityDraft }) {
  const { t } = useTranslation();
  const state = draft.sections[section];
  const name = t(`capacity.section.${section}`);
  const lines = draft.lines.filter((line) => sectionOf(line.key) === section);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Money fen={monthlyAverage(lines)} />
        {lines.some((line) => line.unsure) && (
          <span className="b-chip b-chip-open">{t("myCapacity.unsure")}</span>
        )}
        {state !== "answered" && (
          <span className="b-chip b-chip-open">
            {t(state === "skipped" ? "myCapacity.wasSkipped" : "myCapacity.notAnswered")}
          </span>
        )}
      </dd>
      <dd>
        <Link to={`${stepPath(section)}?then=review`} aria-label={t("myCapacity.editOf", { section: name })}>
          {t("myCapacity.edit")}
        </Link>
      </dd>
    </div>
  );
}

/** A first look before the rules come in: the assessment follows when it is handed in. */
function Left({ draft }: { readonly draft: CapacityDraft }) {
  const { t } = useTranslation();
  const isIncome = (key: CapacityDraft["lines"][number]["key"]) => sectionOf(key) === "income";
  const income = monthlyAverage(draft.lines.filter(({ key }) => isIncome(key)));
  const outgoings = monthlyAverage(draft.lines.filter(({ key }) => !isIncome(key)));
  return (
    <>
      {t("myCapacity.left")} <Money fen={income - outgoings} strong />
    </>
  );
}
