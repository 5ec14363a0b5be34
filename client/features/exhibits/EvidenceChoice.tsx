import { Form, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { useExhibits } from "./api.ts";
import { type Paper, sharedExhibits } from "./paper.ts";

interface EvidenceChoiceProps {
  readonly caseId: string;
  readonly paper: Paper;
  readonly onChange: (paper: Paper) => void;
}

/** A document for what is said: one all parties read already, or a file that is put into the case for them. */
export function EvidenceChoice({ caseId, paper, onChange }: EvidenceChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const shared = sharedExhibits(useExhibits(caseId).data);
  const file = paper instanceof File ? paper : undefined;
  return (
    <>
      {shared.length > 0 && (
        <Form.Item label={t("debts.evidence")} htmlFor={`${id}-exhibit`}>
          <Select
            id={`${id}-exhibit`}
            value={typeof paper === "string" ? paper : ""}
            onChange={(chosen) => onChange(chosen === "" ? null : chosen)}
            options={[
              { value: "", label: file?.name ?? t("debts.noEvidence") },
              ...shared.map((exhibit) => ({ value: exhibit.id, label: exhibit.name })),
            ]}
          />
        </Form.Item>
      )}
      <FilePicker
        accept=".pdf,.png,.jpg,.jpeg"
        title={t("debts.addEvidence")}
        hint={t("debts.evidenceHint")}
        file={file}
        onChosen={onChange}
      />
    </>
  );
}
