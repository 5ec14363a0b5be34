import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Modal, Select } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { CLAUSE_LANGUAGES, type ClauseLanguage } from "../../../shared/agreements/clauseTexts.ts";
import { errorText } from "../../i18n/text.ts";
import { type ClauseEdits, previewPdf, type Sample, SAMPLES } from "./api.ts";

interface PreviewDialogProps {
  readonly edits: ClauseEdits;
  readonly onClose: () => void;
}

/** The edited wording on an invented case, as the PDF that people would get. */
export function PreviewDialog({ edits, onClose }: PreviewDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [sample, setSample] = useState<Sample>("instalments");
  const [language, setLanguage] = useState<ClauseLanguage>("zh");
  const drawing = useMutation({
    mutationFn: async () => URL.createObjectURL(await previewPdf({ sample, language, texts: edits })),
  });
  const { data: address, reset } = drawing;
  // The browser keeps the file until it is told that nobody needs it.
  useEffect(() => () => void (address !== undefined && URL.revokeObjectURL(address)), [address]);
  return (
    <Modal open title={t("templates.previewTitle")} onCancel={onClose} footer={null}>
      <div className="preview-form">
        <label htmlFor={`${id}-sample`}>{t("templates.sample")}</label>
        <Select
          id={`${id}-sample`}
          value={sample}
          options={SAMPLES.map((value) => ({ value, label: t(`templates.sampleName.${value}`) }))}
          onChange={(value) => {
            setSample(value);
            reset();
          }}
        />
        <label htmlFor={`${id}-language`}>{t("templates.language")}</label>
        <Select
          id={`${id}-language`}
          value={language}
          options={CLAUSE_LANGUAGES.map((value) => ({
            value,
            label: t(value === "zh" ? "templates.chinese" : "templates.english"),
          }))}
          onChange={(value) => {
            setLanguage(value);
            reset();
          }}
        />
        {drawing.error && <Alert type="error" showIcon title={errorText(drawing.error)} />}
        <div className="button-row">
          <Button type="primary" loading={drawing.isPending} onClick={() => drawing.mutate()}>
            {t("templates.preview")}
          </Button>
          {address !== undefined && (
            <Button href={address} download={`preview-${sample}-${language}.pdf`}>
              {t("templates.save")}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
