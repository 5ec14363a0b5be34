import { Alert, Form, Input, Modal, Radio, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { EVIDENCE_STATES, MAX_NOTE_LENGTH, type SubmittedLine } from "../../../shared/capacity/statement.ts";
import { mayRead } from "../../../shared/journal/audience.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { useExhibits } from "../exhibits/api.ts";
import { verifyLine } from "./api.ts";

interface LineDialogProps {
  readonly caseId: string;
  readonly version: number;
  readonly line: SubmittedLine;
  readonly onClose: () => void;
}

/** The mediator's word on one line: how well it is known, by which exhibit, and a remark the borrower can read. */
export function LineDialog({ caseId, version, line, onClose }: LineDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [evidence, setEvidence] = useState(line.evidence);
  const [remark, setRemark] = useState(line.remark ?? "");
  const [exhibitId, setExhibitId] = useState(line.exhibitId);
  const [failure, setFailure] = useState<Error>();
  const exhibits = useExhibits(caseId);
  // Only what the borrower may read as well: they see what their line is measured by.
  const usable = (exhibits.data ?? []).filter(
    (exhibit) => exhibit.withdrawnAt === null && mayRead("borrower", exhibit),
  );
  const sending = useCommand({
    run: (_: void, key) =>
      verifyLine(
        caseId,
        line.key,
        { version, evidence, remark: remark.trim() || null, exhibitId: usable.length > 0 ? exhibitId : null },
        key,
      ),
    done: t("capacity.verifyDone"),
    onDone: onClose,
    onFail: setFailure,
  });
  return (
    <Modal
      open
      title={t("capacity.verifyTitle", { line: t(`capacity.line.${line.key}`) })}
      okText={t("common.save")}
      confirmLoading={sending.isPending}
      onOk={() => sending.mutate()}
      onCancel={onClose}
    >
      {failure && <Alert type="error" showIcon title={errorText(failure)} />}
      <Form layout="vertical" component="div">
        <Form.Item label={t("capacity.state")}>
          <Radio.Group
            aria-label={t("capacity.state")}
            value={evidence}
            onChange={(event) => {
              const chosen = EVIDENCE_STATES.find((one) => one === event.target.value);
              if (chosen !== undefined) setEvidence(chosen);
            }}
            options={EVIDENCE_STATES.map((value) => ({ value, label: t(`capacity.evidence.${value}`) }))}
          />
        </Form.Item>
        {usable.length > 0 && (
          <Form.Item label={t("capacity.exhibit")} htmlFor={`${id}-exhibit`}>
            <Select
              id={`${id}-exhibit`}
              value={exhibitId ?? ""}
              onChange={(chosen) => setExhibitId(chosen === "" ? null : chosen)}
              options={[
                { value: "", label: t("capacity.noExhibit") },
                ...usable.map((exhibit) => ({ value: exhibit.id, label: exhibit.name })),
              ]}
            />
          </Form.Item>
        )}
        <Form.Item label={t("capacity.remark")} htmlFor={`${id}-remark`} extra={t("capacity.remarkHint")}>
          <Input.TextArea
            id={`${id}-remark`}
            rows={3}
            maxLength={MAX_NOTE_LENGTH}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
