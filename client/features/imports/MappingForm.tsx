import { Alert, Button, Checkbox, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Field, FIELD_NAMES, fieldLabel } from "../../../shared/intake/fields.ts";
import { type ColumnMapping, recogniseColumns } from "../../../shared/intake/mapping.ts";
import { canBeRead } from "../../../shared/intake/mappingState.ts";
import { useCommand } from "../../api/useCommand.ts";
import { useLanguage } from "../../i18n/index.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type Import, mapColumns } from "./api.ts";

type Choice = Field | "ignore";

interface MappingFormProps {
  readonly theImport: Import;
  readonly onCancel?: () => void;
}

/** Saying once which column is which. The same rules as on the server say at once what is still missing. */
export function MappingForm({ theImport, onCancel }: MappingFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosen, setChosen] = useState<Record<string, Choice>>(() => ({ ...theImport.mapping }));
  const [remember, setRemember] = useState(true);
  const columns = recogniseColumns(theImport.headers, chosen);
  const save = useCommand<{ columns: ColumnMapping; remember: boolean }>({
    run: (body, key) => mapColumns(theImport.id, body, key),
    ...(onCancel === undefined ? {} : { onDone: onCancel }),
  });
  const names = (fields: readonly Field[]) =>
    fields.map((field) => fieldLabel(field, language)).join(t("journal.listSeparator"));
  const fieldOf = (header: string): Choice | undefined =>
    chosen[header] ?? FIELD_NAMES.find((field) => columns.headers[columns.mapping[field] ?? -1] === header);
  const rows = theImport.headers.filter(
    (header) => header.trim() !== "" && !theImport.thirdPerson.includes(header),
  );
  const table: readonly Column<string>[] = [
    { key: "header", title: t("imports.header"), leads: true, render: (header) => <strong>{header}</strong> },
    {
      key: "field",
      title: t("imports.field"),
      render: (header) => (
        <FieldSelect
          header={header}
          value={fieldOf(header)}
          onChange={(choice) => setChosen((before) => ({ ...before, [header]: choice }))}
        />
      ),
    },
    {
      key: "hint",
      title: "",
      render: (header) => {
        const suggestions = columns.unrecognised.find((each) => each.header === header)?.suggestions ?? [];
        if (suggestions.length > 0)
          return <span className="faint">{t("imports.suggested", { fields: names(suggestions) })}</span>;
        return fieldOf(header) !== undefined && chosen[header] === undefined ? (
          <span className="faint">{t("imports.recognised")}</span>
        ) : null;
      },
    },
  ];
  return (
    <Panel title={t("imports.mappingTitle")}>
      <p className="hint">{t("imports.mappingText")}</p>
      <DataTable
        caption={t("imports.mappingTitle")}
        columns={table}
        rows={rows}
        rowKey={(header) => header}
      />
      <div className="mapping-end">
        {columns.missing.length > 0 && (
          <Alert type="warning" showIcon title={t("imports.missing", { fields: names(columns.missing) })} />
        )}
        {columns.conflicts.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={t("imports.twice", { fields: names(columns.conflicts.map(({ field }) => field)) })}
          />
        )}
        <Checkbox checked={remember} onChange={(event) => setRemember(event.target.checked)}>
          {t("imports.remember")}
        </Checkbox>
        <div className="button-row">
          <Button
            type="primary"
            disabled={!canBeRead(columns)}
            loading={save.isPending}
            onClick={() => save.mutate({ columns: chosen, remember })}
          >
            {t("imports.mappingSubmit")}
          </Button>
          {onCancel && <Button onClick={onCancel}>{t("common.cancel")}</Button>}
        </div>
      </div>
    </Panel>
  );
}

interface FieldSelectProps {
  readonly header: string;
  readonly value: Choice | undefined;
  readonly onChange: (choice: Choice) => void;
}

function FieldSelect({ header, value, onChange }: FieldSelectProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Select<Choice>
      showSearch={{ optionFilterProp: "label" }}
      value={value ?? null}
      placeholder={t("imports.choose")}
      aria-label={`${t("imports.field")}: ${header}`}
      style={{ width: 220, maxWidth: "100%" }}
      onChange={onChange}
      options={[
        { value: "ignore", label: t("imports.ignore") },
        ...FIELD_NAMES.map((field) => ({ value: field, label: fieldLabel(field, language) })),
      ]}
    />
  );
}
