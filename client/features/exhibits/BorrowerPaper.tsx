import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useExhibits } from "./api.ts";
import { type Paper, sharedExhibits } from "./paper.ts";

interface PaperChoiceProps {
  readonly caseId: string;
  readonly paper: Paper;
  readonly onChange: (paper: Paper) => void;
}

/** A document for what is said: one both sides can read already, or one from the phone. */
export function PaperChoice({ caseId, paper, onChange }: PaperChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const shared = sharedExhibits(useExhibits(caseId).data);
  const file = paper instanceof File ? paper : undefined;
  return (
    <>
      {shared.length > 0 && (
        <div className="b-field">
          <label htmlFor={`${id}-choose`}>{t("myCase.debt.paper")}</label>
          <select
            id={`${id}-choose`}
            className="b-input"
            value={typeof paper === "string" ? paper : ""}
            onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
          >
            <option value="">{file ? file.name : t("myCase.debt.noPaper")}</option>
            {shared.map((exhibit) => (
              <option key={exhibit.id} value={exhibit.id}>
                {exhibit.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="b-field b-file">
        <input
          id={`${id}-file`}
          type="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.target.files?.[0] ?? null)}
        />
        <label htmlFor={`${id}-file`} className="b-button b-button-plain">
          {t(file ? "myCase.debt.paperChange" : "myCase.debt.paperFile")}
        </label>
        <span id={`${id}-hint`} className="b-hint">
          {file?.name ?? t("myCase.debt.paperHint")}
        </span>
      </div>
    </>
  );
}
