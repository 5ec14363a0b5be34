import { Alert, Button, Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClauseText, Placeholder } from "../../../shared/agreements/clauses.ts";
import {
  type ClauseProblem,
  clauseProblems,
  MAX_CLAUSE_LENGTH,
} from "../../../shared/agreements/clauseTexts.ts";
import { useLanguage } from "../../i18n/index.ts";
import type { Clause } from "./api.ts";
import { CLAUSE_NAMES, PLACEHOLDER_NAMES } from "./clauseNames.ts";

interface ClauseEditorProps {
  readonly clause: Clause;
  /** As it stands with earlier edits. */
  readonly text: ClauseText;
  readonly onKeep: (text: ClauseText) => void;
  readonly onClose: () => void;
}

/** One clause in both languages; what is wrong with it is said while it is typed, by the server's own rules. */
export function ClauseEditor({ clause, text, onKeep, onClose }: ClauseEditorProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [zh, setZh] = useState(text.zh);
  const [en, setEn] = useState(text.en);
  const problems = clauseProblems({ [clause.key]: { zh, en } });
  const restore = () => {
    setZh(clause.shipped.zh);
    setEn(clause.shipped.en);
  };
  return (
    <Modal
      open
      width={760}
      title={CLAUSE_NAMES[language][clause.key]}
      onCancel={onClose}
      footer={[
        <Button key="restore" onClick={restore}>
          {t("templates.restore")}
        </Button>,
        <Button key="cancel" onClick={onClose}>
          {t("common.cancel")}
        </Button>,
        <Button key="keep" type="primary" disabled={problems.length > 0} onClick={() => onKeep({ zh, en })}>
          {t("templates.keep")}
        </Button>,
      ]}
    >
      <div className="clause-editor">
        <Placeholders names={clause.placeholders} onInsert={(name) => setZh(`${zh}{${name}}`)} />
        <TextField label={t("templates.chinese")} lang="zh-CN" value={zh} onChange={setZh} />
        <Problems of={problems.filter((problem) => problem.language === "zh")} />
        <TextField label={t("templates.english")} lang="en" value={en} onChange={setEn} />
        <Problems of={problems.filter((problem) => problem.language === "en")} />
      </div>
    </Modal>
  );
}

interface PlaceholdersProps {
  readonly names: readonly Placeholder[];
  readonly onInsert: (name: Placeholder) => void;
}

function Placeholders({ names, onInsert }: PlaceholdersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (names.length === 0) return <p className="hint">{t("templates.noPlaceholders")}</p>;
  return (
    <div>
      <p className="hint">{t("templates.placeholders")}</p>
      <div className="placeholders">
        {names.map((name) => (
          <Button key={name} size="small" onClick={() => onInsert(name)}>
            <code>{`{${name}}`}</code> {PLACEHOLDER_NAMES[language][name]}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly lang: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ label, lang, value, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        lang={lang}
        value={value}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={MAX_CLAUSE_LENGTH}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function Problems({ of: problems }: { readonly of: readonly ClauseProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={problems.map(({ code, name = "" }) => (
        <div key={code + name}>{t(`templates.problem.${code}`, { name })}</div>
      ))}
    />
  );
}
