import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_HOUSEHOLD } from "../../../shared/capacity/statement.ts";
import { useLivingFloors } from "../../features/capacity/api.ts";
import { Card } from "../ui/Card.tsx";
import { Field } from "../ui/Field.tsx";
import { RadioList } from "../ui/RadioList.tsx";
import { StepFrame } from "./StepFrame.tsx";
import type { DraftInHand } from "./useDraft.ts";

interface HouseholdStepProps {
  readonly caseId: string;
  readonly inHand: DraftInHand;
  readonly onDone: () => void;
}

/** How many live on the income, and where: both decide how much must stay free to live on. */
export function HouseholdStep({ caseId, inHand, onDone }: HouseholdStepProps) {
  const { t } = useTranslation();
  const { draft, update } = inHand;
  const [text, setText] = useState(draft.householdSize === null ? "" : String(draft.householdSize));
  const [fault, setFault] = useState(false);
  const type = (typed: string) => {
    setText(typed);
    setFault(false);
    update({ householdSize: sizeOf(typed) });
  };
  const next = () => {
    const known = sizeOf(text) !== null;
    setFault(!known);
    if (known) onDone();
    return known;
  };
  return (
    <StepFrame
      step="household"
      caseId={caseId}
      inHand={inHand}
      title={t("myCapacity.householdTitle")}
      lead={t("myCapacity.householdLead")}
      next={t("myCapacity.next")}
      onNext={next}
      onSkip={onDone}
    >
      <Card>
        <Field
          label={t("myCapacity.householdSize")}
          {...(fault ? { error: t("myCapacity.householdNeeded") } : {})}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <RegionChoice region={draft.region} onChange={(region) => update({ region })} />
      </Card>
    </StepFrame>
  );
}

const NOWHERE = "";

/** Asked only where somebody has entered living floors: otherwise the answer would change nothing. */
function RegionChoice(props: {
  readonly region: string | null;
  readonly onChange: (region: string | null) => void;
}) {
  const { t } = useTranslation();
  const floors = useLivingFloors();
  const regions = [...new Set((floors.data ?? []).map(({ region }) => region))];
  if (regions.length === 0) return null;
  return (
    <>
      <RadioList
        legend={t("myCapacity.region")}
        value={props.region ?? NOWHERE}
        choices={[
          ...regions.map((region) => ({ value: region, label: region })),
          { value: NOWHERE, label: t("myCapacity.regionNone") },
        ]}
        onChange={(region) => props.onChange(region === NOWHERE ? null : region)}
      />
      <p className="b-hint">{t("myCapacity.regionHint")}</p>
    </>
  );
}

function sizeOf(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  if (!/^\d{1,2}$/.test(plain)) return null;
  const size = Number(plain);
  return size >= 1 && size <= MAX_HOUSEHOLD ? size : null;
}
