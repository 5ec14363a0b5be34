import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClauseKey } from "../../../shared/agreements/clauses.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { type ClauseEdits, type Templates, useTemplates } from "./api.ts";
import { ClauseEditor } from "./ClauseEditor.tsx";
import { ClauseSections } from "./ClauseSections.tsx";
import { EditBar } from "./EditBar.tsx";
import { VersionHistory } from "./VersionHistory.tsx";
import "./templates.css";

/** The wording of settlement agreements: read, edited, previewed on a sample, entered as a dated version. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const templates = useTemplates();
  const label = (version: number) =>
    version === 0 ? t("templates.shippedVersion") : t("templates.version", { version });
  return (
    <>
      <PageHeader
        title={t("templates.title")}
        description={t("templates.intro")}
        tags={
          templates.data && (
            <span className="faint">
              {t("templates.inForce", { version: label(templates.data.inForce) })}
            </span>
          )
        }
      />
      <Loaded of={templates}>{(data) => <Wording key={data.version} data={data} />}</Loaded>
    </>
  );
}

function Wording({ data }: { readonly data: Templates }) {
  const [edits, setEdits] = useState<ClauseEdits>({});
  const [open, setOpen] = useState<ClauseKey>();
  const editable = data.abilities.includes("edit");
  const clause = data.clauses.find(({ key }) => key === open);
  return (
    <div className="panels">
      {editable && <EditBar data={data} edits={edits} onDiscard={() => setEdits({})} />}
      <ClauseSections
        clauses={data.clauses}
        edits={edits}
        {...(editable ? { onEdit: (key: ClauseKey) => setOpen(key) } : {})}
      />
      <VersionHistory history={data.history} />
      {clause && (
        <ClauseEditor
          key={clause.key}
          clause={clause}
          text={edits[clause.key] ?? clause}
          onClose={() => setOpen(undefined)}
          onKeep={({ zh, en }) => {
            const { [clause.key]: _before, ...others } = edits;
            const changed = zh !== clause.zh || en !== clause.en;
            setEdits(changed ? { ...others, [clause.key]: { zh, en } } : others);
            setOpen(undefined);
          }}
        />
      )}
    </div>
  );
}
