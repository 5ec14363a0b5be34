import { Checkbox, Radio } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { exhibitLabelsProblem, mayEnterPacket } from "../../../shared/escalations/exhibitLabels.ts";
import { DISCLOSURES, type Labels, PARTIES, type Party } from "../../../shared/journal/audience.ts";
import "./exhibits.css";

interface LabelChoiceProps {
  readonly party: "platform" | "mediator";
  readonly labels: Labels;
  readonly onChange: (labels: Labels) => void;
}

/** Two questions that are never answered silently: who may see it, and may it go to court. */
export function LabelChoice({ party, labels, onChange }: LabelChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const fits = (next: Labels) => exhibitLabelsProblem(party, next) === null;
  const toggle = (reader: Party, seen: boolean) => {
    const audience = PARTIES.filter((each) => (each === reader ? seen : labels.audience.includes(each)));
    const next = { ...labels, audience };
    // Somebody else is to see the mediator's own matter: then it is no longer the mediator's own.
    onChange(fits(next) ? next : { ...next, disclosure: "without_prejudice" });
  };
  return (
    <div className="label-choice">
      <fieldset>
        <legend>{t("exhibits.audienceTitle")}</legend>
        {PARTIES.map((reader) => (
          <Checkbox
            key={reader}
            checked={labels.audience.includes(reader)}
            disabled={reader === party}
            onChange={(event) => toggle(reader, event.target.checked)}
          >
            {t(`words.party.${reader}`)}
          </Checkbox>
        ))}
        <p className="faint">{t("exhibits.audienceAlways")}</p>
      </fieldset>
      <fieldset>
        <legend id={id}>{t("exhibits.disclosureTitle")}</legend>
        <Radio.Group
          value={labels.disclosure}
          aria-labelledby={id}
          onChange={(event) => {
            const disclosure = DISCLOSURES.find((each) => each === event.target.value);
            if (disclosure) onChange({ ...labels, disclosure });
          }}
        >
          {DISCLOSURES.filter((disclosure) => fits({ ...labels, disclosure })).map((disclosure) => (
            <Radio key={disclosure} value={disclosure}>
              {t(`words.disclosure.${disclosure}`)}
              <span className="sub faint">{t(`exhibits.disclosureHelp.${disclosure}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {!mayEnterPacket(labels) && <p className="faint label-note">{t("exhibits.packetNote")}</p>}
    </div>
  );
}
