import { Alert, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LawMatter, LawRule } from "../../../shared/law/lawRules.ts";
import { newVersionProblems, type NewVersion } from "../../../shared/law/newVersion.ts";
import { CONFIDENCES, type Confidence } from "../../../shared/law/rule.ts";
import type { RuleProblem } from "../../../shared/law/ruleProblem.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText, lookUp } from "../../i18n/text.ts";
import { addVersion, bookOf, type LawBookView } from "./api.ts";
import { fieldOfPointer, type TypedValue, typedOf, valueOf } from "./valueForm.ts";
import { ValueFields } from "./ValueFields.tsx";

interface VersionDialogProps {
  readonly book: LawBookView;
  readonly matter: LawMatter;
  /** The version that a correction takes the place of. */
  readonly corrected: LawRule | null;
  readonly onClose: () => void;
}

type Typed = {
  rule: string;
  from: string;
  to?: string;
  source: string;
  confidence: Confidence;
  value?: TypedValue;
};

/** Enters a dated version; what is wrong with it is said before anything is sent, by the server's own rules. */
export function VersionDialog({ book, matter, corrected, onClose }: VersionDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const [failure, setFailure] = useState<string[]>([]);
  const saving = useCommand({
    run: addVersion,
    done: t("law.saved"),
    onDone: onClose,
    onFail: (error) => setFailure([errorText(error)]),
  });
  const submit = (typed: Typed) => {
    const draft = draftOf(matter, typed, corrected?.id ?? null);
    const problems = newVersionProblems(bookOf(book), draft);
    setFailure(problems.map(problemText));
    if (problems.length === 0) saving.mutate({ ...draft, version: book.version });
  };
  const title = corrected
    ? t("law.correctOf", { rule: t(`law.matter.${matter}`), from: corrected.from })
    : `${t("law.add")} · ${t(`law.matter.${matter}`)}`;
  return (
    <Modal
      open
      title={title}
      width={640}
      okText={t("common.save")}
      confirmLoading={saving.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {failure.length > 0 && (
        <Alert
          className="law-faults"
          type="error"
          showIcon
          title={failure.map((line) => (
            <div key={line}>{line}</div>
          ))}
        />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial(book, matter, corrected)}
        onFinish={submit}
      >
        <Form.Item name="rule" label={t("law.rule")}>
          <Input maxLength={200} />
        </Form.Item>
        <div className="law-values">
          <ValueFields matter={matter} />
          <Form.Item name="from" label={t("law.from")}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="to" label={t("law.to")}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item name="source" label={t("law.source")} extra={t("law.sourceHint")}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="confidence" label={t("law.confidenceLabel")}>
          <Select options={CONFIDENCES.map((value) => ({ value, label: t(`law.confidence.${value}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** A new version begins with what the last one says; its date and source are for whoever enters it. */
function initial(book: LawBookView, matter: LawMatter, corrected: LawRule | null): Partial<Typed> {
  if (corrected) {
    const { rule, from, to, source, confidence } = corrected;
    return { rule, from, ...(to === undefined ? {} : { to }), source, confidence, value: typedOf(corrected) };
  }
  const last = book.items.findLast((rule) => rule.matter === matter);
  return last
    ? { rule: last.rule, value: typedOf(last), confidence: "READ" }
    : { rule: lookUp(`law.matter.${matter}`) ?? matter, confidence: "READ" };
}

function draftOf(matter: LawMatter, typed: Typed, replaces: string | null): NewVersion {
  const { rule, from, to, source, confidence, value } = typed;
  return {
    matter,
    rule: rule ?? "",
    from: from ?? "",
    to: to === undefined || to === "" ? null : to,
    value: valueOf(matter, value ?? {}),
    source: source ?? "",
    confidence,
    replaces,
  };
}

function problemText({ pointer, code, params }: RuleProblem): string {
  const field = fieldOfPointer(pointer);
  const label = lookUp(`law.field.${field}`) ?? lookUp(`law.${field}`) ?? lookUp("law.value") ?? field;
  return `${label}: ${lookUp(`law.problem.${code}`, params) ?? code}`;
}
