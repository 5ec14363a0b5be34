import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";
import type { ClauseEdits, Templates } from "./api.ts";
import { EnterDialog } from "./EnterDialog.tsx";
import { PreviewDialog } from "./PreviewDialog.tsx";

interface EditBarProps {
  readonly data: Templates;
  readonly edits: ClauseEdits;
  readonly onDiscard: () => void;
}

/** How much is edited and what can be done with it. */
export function EditBar({ data, edits, onDiscard }: EditBarProps) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<"preview" | "enter">();
  const count = Object.keys(edits).length;
  const close = () => setDialog(undefined);
  return (
    <Panel className="edit-bar">
      <span role="status">{count === 0 ? t("templates.noEdits") : t("templates.edits", { count })}</span>
      <div className="button-row">
        {count > 0 && <Button onClick={onDiscard}>{t("templates.discard")}</Button>}
        <Button onClick={() => setDialog("preview")}>{t("templates.preview")}</Button>
        <Button type="primary" disabled={count === 0} onClick={() => setDialog("enter")}>
          {t("templates.enter")}
        </Button>
      </div>
      {dialog === "preview" && <PreviewDialog edits={edits} onClose={close} />}
      {dialog === "enter" && <EnterDialog data={data} edits={edits} onClose={close} />}
    </Panel>
  );
}
