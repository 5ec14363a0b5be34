import { Button, Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FactView } from "../../../shared/facts/factView.ts";
import { MAX_FACT_LENGTH } from "../../../shared/facts/lifecycle.ts";
import { useCommand } from "../../api/useCommand.ts";
import { rewordFact } from "./api.ts";

interface RewordFormProps {
  readonly fact: FactView;
  readonly onClose: () => void;
}

/** Other words for a statement; what was said of the old ones is over. */
export function RewordForm({ fact, onClose }: RewordFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(fact.text);
  const saving = useCommand({
    run: (words: string, key) => rewordFact(fact, words, key),
    done: t("facts.reworded"),
    onDone: onClose,
  });
  const field = useRef<TextAreaRef>(null);
  useEffect(() => field.current?.focus(), []);
  const words = text.trim();
  return (
    <form
      className="facts-form"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(words);
      }}
    >
      <label htmlFor={`fact-words-${fact.id}`}>{t("facts.words")}</label>
      <Input.TextArea
        ref={field}
        id={`fact-words-${fact.id}`}
        value={text}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={MAX_FACT_LENGTH}
        onChange={(event) => setText(event.target.value.replace(/\n/g, ""))}
      />
      <small>{t("facts.rewordHint")}</small>
      <div className="facts-acts">
        <Button
          size="small"
          type="primary"
          htmlType="submit"
          disabled={words === "" || words === fact.text}
          loading={saving.isPending}
        >
          {t("facts.save")}
        </Button>
        <Button size="small" onClick={onClose}>
          {t("facts.cancel")}
        </Button>
      </div>
    </form>
  );
}
