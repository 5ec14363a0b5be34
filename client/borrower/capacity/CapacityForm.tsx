import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useParams, useSearchParams } from "react-router";
import { type OwnCapacity, useOwnCapacity } from "../../features/capacity/api.ts";
import { InCase } from "../InCase.tsx";
import { BackLink } from "../ui/BackLink.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Page } from "../ui/Page.tsx";
import { HouseholdStep } from "./HouseholdStep.tsx";
import { ReviewStep } from "./ReviewStep.tsx";
import { SectionStep } from "./SectionStep.tsx";
import { besides, CAPACITY_PATH, isSection, isStep, type Step, stepPath } from "./steps.ts";
import { useDraft } from "./useDraft.ts";
import "./capacity.css";

/** The statement of income and outgoings, one section a screen. */
export function CapacityForm() {
  return <InCase>{(file) => <OfCase caseId={file.id} />}</InCase>;
}

function OfCase({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { step = "" } = useParams();
  const own = useOwnCapacity(caseId);
  if (!isStep(step)) return <Navigate to={CAPACITY_PATH} replace />;
  return (
    <Loaded of={own}>
      {(found) =>
        found.abilities.includes("save") ? (
          <Screens own={found} step={step} />
        ) : (
          <Page title={t("myCapacity.title")} above={<BackLink />}>
            <Notice tone="info">{t("myCapacity.closed")}</Notice>
          </Page>
        )
      }
    </Loaded>
  );
}

function Screens({ own, step }: { readonly own: OwnCapacity; readonly step: Step }) {
  const inHand = useDraft(own);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { caseId } = own;
  const onDone = () => {
    void inHand.saver.flush();
    const next = params.get("then") === "review" ? "review" : besides(step, 1);
    void navigate(next === null ? CAPACITY_PATH : stepPath(next));
    window.scrollTo(0, 0);
  };
  if (step === "household") return <HouseholdStep caseId={caseId} inHand={inHand} onDone={onDone} />;
  if (isSection(step))
    return <SectionStep key={step} section={step} caseId={caseId} inHand={inHand} onDone={onDone} />;
  return <ReviewStep own={own} inHand={inHand} />;
}
