import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type LineKey, linesOf, type Section, sectionOf } from "../../../shared/capacity/lines.ts";
import { monthlyAverage } from "../../../shared/capacity/monthly.ts";
import { Money } from "../../ui/Money.tsx";
import { Card } from "../ui/Card.tsx";
import { type Entry, entryOf, lineFrom } from "./entry.ts";
import { LineField } from "./LineField.tsx";
import { StepFrame } from "./StepFrame.tsx";
import type { DraftInHand } from "./useDraft.ts";

interface SectionStepProps {
  readonly section: Section;
  readonly caseId: string;
  readonly inHand: DraftInHand;
  readonly onDone: () => void;
}

/** The lines of one section on one screen. */
export function SectionStep({ section, caseId, inHand, onDone }: SectionStepProps) {
  const { t } = useTranslation();
  const { draft, update } = inHand;
  const [entries, setEntries] = useState<ReadonlyMap<LineKey, Entry>>(
    () =>
      new Map(linesOf(section).map((key) => [key, entryOf(draft.lines.find((line) => line.key === key))])),
  );
  const [checked, setChecked] = useState(false);
  const lines = draft.lines.filter((line) => sectionOf(line.key) === section);
  const faulty = linesOf(section).filter(
    (key) => lineFrom(key, entries.get(key) ?? entryOf(undefined)) === "fault",
  );

  const change = (key: LineKey, entry: Entry) => {
    setEntries(new Map(entries).set(key, entry));
    const line = lineFrom(key, entry);
    if (line === "fault") return;
    const others = draft.lines.filter((other) => other.key !== key);
    update({ lines: line === null ? others : [...others, line] });
  };
  const leave = (state: "answered" | "skipped") => {
    update({ sections: { ...draft.sections, [section]: state } });
    onDone();
  };
  const next = () => {
    setChecked(true);
    if (faulty.length === 0) leave("answered");
    return faulty.length === 0;
  };
  return (
    <StepFrame
      step={section}
      caseId={caseId}
      inHand={inHand}
      title={t(`capacity.section.${section}`)}
      lead={t(`myCapacity.lead.${section}`)}
      total={
        <>
          {t("myCapacity.sectionTotal")} <Money fen={monthlyAverage(lines)} strong />
        </>
      }
      next={lines.length === 0 && faulty.length === 0 ? t("myCapacity.nextNone") : t("myCapacity.next")}
      onNext={next}
      onSkip={() => leave("skipped")}
    >
      <Card>
        {linesOf(section).map((key) => (
          <LineField
            key={key}
            name={key}
            caseId={caseId}
            entry={entries.get(key) ?? entryOf(undefined)}
            fault={checked && faulty.includes(key)}
            onChange={(entry) => change(key, entry)}
          />
        ))}
      </Card>
    </StepFrame>
  );
}
