import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_FACT_LENGTH } from "../../../shared/facts/lifecycle.ts";
import { useCommand } from "../../api/useCommand.ts";
import { proposeFact } from "./api.ts";

/** Put a statement of fact in one's own words. */
export function FactForm({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const putting = useCommand({
    run: (words: string, key) => proposeFact(caseId, { text: words }, key),
    done: t("facts.put"),
    onDone: () => setText(""),
  });
  return (
    <form
      className="facts-form facts-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") putting.mutate(text.trim());
      }}
    >
      <label htmlFor="fact-new">{t("facts.new")}</label>
      <Input.TextArea
        id="fact-new"
        value={text}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={MAX_FACT_LENGTH}
        aria-describedby="fact-new-hint"
        onChange={(event) => setText(event.target.value.replace(/\n/g, ""))}
      />
      <small id="fact-new-hint">{t("facts.newHint")}</small>
      <div className="facts-acts">
        <Button type="primary" htmlType="submit" disabled={text.trim() === ""} loading={putting.isPending}>
          {t("facts.putIt")}
        </Button>
      </div>
    </form>
  );
}
