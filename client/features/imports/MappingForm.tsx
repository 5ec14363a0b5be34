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
  const rows = openFirst(theImport);
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
      title: t("words.note"),
      render: (header) => (
        <Hint
          suggestions={columns.unrecognised.find((each) => each.header === header)?.suggestions ?? []}
          recognised={fieldOf(header) !== undefined && chosen[header] === undefined}
          onTake={(field) => setChosen((before) => ({ ...before, [header]: field }))}
        />
      ),
    },
  ];
  return (
    <Panel title={t("imports.mappingTitle")}>
      <p className="hint">{t("imports.mappingText")}</p>
      <div className="mapping-state" aria-live="polite">
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
      </div>
      <DataTable
        caption={t("imports.mappingTitle")}
        columns={table}
        rows={rows}
        rowKey={(header) => header}
      />
      <div className="mapping-end">
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

/** Columns somebody has to decide about stand first; the order stays while they do. */
function openFirst({ headers, thirdPerson, unrecognised }: Import): string[] {
  const open = new Set(unrecognised.map(({ header }) => header));
  return headers
    .filter((header) => header.trim() !== "" && !thirdPerson.includes(header))
    .toSorted((a, b) => Number(open.has(b)) - Number(open.has(a)));
}

interface HintProps {
  readonly suggestions: readonly Field[];
  readonly recognised: boolean;
  readonly onTake: (field: Field) => void;
}

function Hint({ suggestions, recognised, onTake }: HintProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (suggestions.length === 0)
    return recognised ? <span className="faint">{t("imports.recognised")}</span> : null;
  return (
    <span className="button-row">
      {suggestions.map((field) => (
        <Button key={field} size="small" onClick={() => onTake(field)}>
          {t("imports.suggested", { field: fieldLabel(field, language) })}
        </Button>
      ))}
    </span>
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
