import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DrawnFact } from "../../../shared/facts/drawnFacts.ts";
import { MAX_FACT_LENGTH } from "../../../shared/facts/lifecycle.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { TextField } from "../../borrower/ui/Field.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { Sheet } from "../../borrower/ui/Sheet.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { type NewFact, proposeFact } from "./api.ts";

interface BorrowerFactFormProps {
  readonly caseId: string;
  readonly drawn: readonly DrawnFact[];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Put a fact in one's own words, or take one that the data of the case has. */
export function BorrowerFactForm({ caseId, drawn, open, onClose }: BorrowerFactFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const putting = useSend({
    run: (fact: NewFact, key) => proposeFact(caseId, fact, key),
    done: t("facts.put"),
    onDone: () => {
      setText("");
      setAsked(false);
      onClose();
    },
  });
  const words = text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (words !== "") putting.mutate({ text: words });
  };
  return (
    <Sheet open={open} title={t("facts.putMine")} onClose={onClose}>
      <form className="b-stack" onSubmit={submit} noValidate>
        <TextField
          label={t("facts.new")}
          hint={t("facts.newHint")}
          {...(asked && words === "" ? { error: t("facts.newNeeded") } : {})}
          value={text}
          maxLength={MAX_FACT_LENGTH}
          onChange={(event) => setText(event.target.value.replace(/\n/g, ""))}
        />
        {putting.error && <Problem error={putting.error} />}
        <Button type="submit" wide busy={putting.isPending}>
          {t("facts.putIt")}
        </Button>
      </form>
      {drawn.length > 0 && (
        <details className="b-details">
          <summary>{t("facts.drawn", { count: drawn.length })}</summary>
          <ul className="facts-drawn-list">
            {drawn.map(({ key, text: drawnText }) => (
              <li key={key}>
                <span lang="zh-CN">{drawnText}</span>
                <Button
                  tone="plain"
                  aria-label={`${t("facts.take")}：${drawnText}`}
                  disabled={putting.isPending}
                  onClick={() => putting.mutate({ dataKey: key })}
                >
                  {t("facts.take")}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Sheet>
  );
}
