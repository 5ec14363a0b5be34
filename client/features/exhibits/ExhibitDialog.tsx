import { Alert, Form, Input, Modal, Progress, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { defaultExhibitLabels } from "../../../shared/escalations/exhibitLabels.ts";
import type { Labels } from "../../../shared/journal/audience.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { addExhibit, EVIDENCE_GROUPS, type NewExhibit } from "./api.ts";
import { LabelChoice } from "./LabelChoice.tsx";

interface ExhibitDialogProps {
  readonly caseId: string;
  readonly party: "platform" | "mediator";
  readonly open: boolean;
  readonly onClose: () => void;
}

type Described = Pick<NewExhibit, "name" | "groupNo" | "source" | "proves" | "purpose">;

/** Putting a document into the case: what it is, and who may see it and whether a court may. */
export function ExhibitDialog({ caseId, party, open, onClose }: ExhibitDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Described>();
  const [file, setFile] = useState<File>();
  const [labels, setLabels] = useState<Labels>(() => defaultExhibitLabels(party));
  const [progress, setProgress] = useState(0);
  const [problem, setProblem] = useState<string>();
  const add = useCommand<NewExhibit>({
    run: (given, idempotencyKey) =>
      file
        ? addExhibit(caseId, file, given, { idempotencyKey, onProgress: setProgress })
        : Promise.reject(noFile()),
    done: t("exhibits.added"),
    onDone: onClose,
    onFail: (error) => setProblem(errorText(error)),
  });
  const send = (given: Described) => {
    if (!file) return setProblem(t("exhibits.fileNeeded"));
    setProblem(undefined);
    add.mutate({ ...trimmed(given), ...labels });
  };
  const reset = () => {
    setFile(undefined);
    setLabels(defaultExhibitLabels(party));
    setProgress(0);
    setProblem(undefined);
  };
  return (
    <Modal
      open={open}
      title={t("exhibits.addTitle")}
      okText={t("exhibits.add")}
      confirmLoading={add.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      afterClose={reset}
      destroyOnHidden
      width={640}
    >
      <Form<Described> form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={send}>
        <Form.Item label={t("exhibits.file")}>
          <FilePicker
            accept=".pdf,.png,.jpg,.jpeg"
            title={t("exhibits.chooseFile")}
            hint={t("exhibits.fileHint")}
            file={file}
            onChosen={setFile}
          />
        </Form.Item>
        <DescriptionFields />
      </Form>
      <LabelChoice party={party} labels={labels} onChange={setLabels} />
      {add.isPending && (
        <Progress percent={Math.round(progress * 100)} aria-label={t("exhibits.uploading")} />
      )}
      {problem !== undefined && <Alert type="error" title={problem} role="alert" />}
    </Modal>
  );
}

function DescriptionFields() {
  const { t } = useTranslation();
  const needed = { required: true, whitespace: true, message: t("words.required") };
  return (
    <>
      <div className="form-pair">
        <Form.Item name="name" label={t("exhibits.name")} rules={[needed]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="groupNo"
          label={t("exhibits.group")}
          rules={[{ required: true, message: t("words.required") }]}
        >
          <Select
            options={EVIDENCE_GROUPS.map((value) => ({ value, label: t(`exhibits.groups.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="source" label={t("exhibits.source")} rules={[needed]}>
        <Input maxLength={200} placeholder={t("exhibits.sourceHint")} />
      </Form.Item>
      <Form.Item name="proves" label={t("exhibits.proves")} rules={[needed]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="purpose" label={t("exhibits.purpose")} rules={[needed]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}

function trimmed(given: Described): Described {
  const { name, source, proves, purpose } = given;
  return {
    ...given,
    name: name.trim(),
    source: source.trim(),
    proves: proves.trim(),
    purpose: purpose.trim(),
  };
}

function noFile(): Error {
  return new Error("no file was chosen");
}
