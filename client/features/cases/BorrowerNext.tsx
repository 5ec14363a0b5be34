import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { formatDate, formatDateTime, formatFen } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import type { Language } from "../../i18n/language.ts";
import { lookUp } from "../../i18n/text.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { useAgreementOfCase } from "../agreements/api.ts";
import { useBorrowerOffers } from "../offers/borrowerApi.ts";
import { useProposals } from "../proposals/api.ts";
import { usePlan } from "../performance/api.ts";
import {
  type Around,
  nextStep,
  openLines,
  STEP_PATHS,
  type StepName,
  WAITING_STEPS,
} from "./borrowerStep.ts";
import type { CaseFile } from "./types.ts";

/** Reads only what the stage needs to know what is next. */
export function BorrowerNext({ file }: { readonly file: CaseFile }) {
  switch (file.stage) {
    case "negotiating":
      return <WithOffers file={file} />;
    case "signing":
      return <WithAgreement file={file} />;
    case "performing":
    case "breached":
      return <WithPlan file={file} />;
    default:
      return <Next file={file} around={{ offers: [], proposals: [], agreement: null, plan: null }} />;
  }
}

function WithOffers({ file }: { readonly file: CaseFile }) {
  const offers = useBorrowerOffers(file.id);
  const proposals = useProposals(file.id);
  return (
    <Loaded of={offers}>
      {(found) => (
        <Loaded of={proposals}>
          {({ items }) => (
            <Next file={file} around={{ offers: found, proposals: items, agreement: null, plan: null }} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function WithAgreement({ file }: { readonly file: CaseFile }) {
  const agreement = useAgreementOfCase(file.id);
  return (
    <Loaded of={agreement}>
      {(found) => <Next file={file} around={{ offers: [], proposals: [], agreement: found, plan: null }} />}
    </Loaded>
  );
}

function WithPlan({ file }: { readonly file: CaseFile }) {
  const plan = usePlan(file.id);
  return (
    <Loaded of={plan}>
      {(found) => <Next file={file} around={{ offers: [], proposals: [], agreement: null, plan: found }} />}
    </Loaded>
  );
}

function Next({ file, around }: { readonly file: CaseFile; readonly around: Around }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const step = nextStep(file, around);
  const figures = figuresOf(step, file, around, language);
  const text = (part: string) => lookUp(`myCase.step.${step}.${part}`, figures);
  const path = STEP_PATHS[step];
  const act = text("act");
  const calm = WAITING_STEPS.includes(step) || file.paused;
  return (
    <section className={calm ? "b-next b-next-calm" : "b-next"} aria-labelledby="next-title">
      <span className="b-next-label">{t("myCase.nowTitle")}</span>
      <h2 id="next-title">{text("title")}</h2>
      <p>{text("text")}</p>
      {path !== null && act !== undefined && (
        <ButtonLink to={path} tone={calm ? "plain" : "primary"}>
          {act}
        </ButtonLink>
      )}
    </section>
  );
}

/** The figures the words of a step leave room for. */
function figuresOf(
  step: StepName,
  file: CaseFile,
  { offers, proposals, plan }: Around,
  language: Language,
): Record<string, string | number> {
  if (step === "check") return { count: openLines(file) };
  if (step === "terminated" && file.terminationReason !== null)
    return { reason: lookUp(`myCase.reason.${file.terminationReason}`) ?? "" };
  if (step === "answerProposal" || step === "waitRound") {
    const deadline = proposals.find(({ status }) => status === "open")?.deadline ?? null;
    return { deadline: deadline === null ? "" : formatDateTime(deadline, language) };
  }
  if (step === "answer") {
    const offer = offers.find((one) => one.abilities.includes("accept"));
    return offer ? offerFigures(offer) : {};
  }
  const open = plan?.instalments.filter((row) => row.openFen > 0) ?? [];
  const [next] = open;
  if (step === "late") return { amount: formatFen(plan?.totals.overdueFen ?? 0) };
  if (step !== "pay" || !next) return { due: "", amount: "", count: 0 };
  return { due: formatDate(next.due, language), amount: formatFen(next.openFen), count: open.length };
}

function offerFigures({ totals, schedule }: OfferView): { total: string; count: number } {
  const count = schedule.rows.filter((row) => row.kind === "instalment").length;
  return { total: formatFen(totals.totalFen), count };
}
