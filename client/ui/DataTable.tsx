import { Checkbox } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./dataTable.css";

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly align?: "right";
  /** The column that names the row; it comes first on a phone, without its title. */
  readonly leads?: boolean;
  readonly render: (row: T) => ReactNode;
}

export interface Selection {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
}

interface DataTableProps<T> {
  /** Says to a screen reader what the rows are. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly rowLabel?: (row: T) => string;
  readonly selection?: Selection;
  readonly foot?: ReactNode;
}

/** Rows under headings; on a phone each row becomes a card whose values carry their headings with them. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, columns, rows, rowKey, rowLabel, selection, foot } = props;
  return (
    <table className="data-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {selection && <SelectAll keys={rows.map((row) => rowKey(row))} selection={selection} />}
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.align}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <tr key={key} className={selection?.selected.has(key) === true ? "chosen" : undefined}>
              {selection && (
                <td className="pick">
                  <Checkbox
                    aria-label={rowLabel?.(row) ?? key}
                    checked={selection.selected.has(key)}
                    onChange={() => selection.onChange(toggled(selection.selected, key))}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={[column.align, column.leads === true ? "leads" : ""].filter(Boolean).join(" ")}
                  data-label={column.leads === true ? undefined : column.title}
                >
                  {column.render(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
      {foot !== undefined && <tfoot>{foot}</tfoot>}
    </table>
  );
}

function SelectAll({ keys, selection }: { readonly keys: readonly string[]; readonly selection: Selection }) {
  const { t } = useTranslation();
  const chosen = keys.filter((key) => selection.selected.has(key)).length;
  const all = keys.length > 0 && chosen === keys.length;
  return (
    <th scope="col" className="pick">
      <Checkbox
        aria-label={t("common.selectAll")}
        checked={all}
        indeterminate={chosen > 0 && !all}
        onChange={() => selection.onChange(new Set(all ? [] : keys))}
      />
    </th>
  );
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
