import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  changedFigures,
  figuresOf,
  type FigureKey,
  type OfferFigures,
} from "../../../shared/offers/offerFigures.ts";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import { FigureValue } from "./FigureValue.tsx";
import { type OfferRow, rowsFor } from "./offerRows.ts";
import "./offers.css";

export interface OfferFacts {
  readonly terms: Terms;
  readonly schedule: ScheduleResult;
}

export interface OfferColumn {
  readonly key: string;
  readonly head: ReactNode;
  /** Null shows an empty column: this side has nothing on the table. */
  readonly facts: OfferFacts | null;
  /** The offer it counters; what differs from that is marked. */
  readonly before?: OfferFacts | null;
}

interface OfferTableProps {
  readonly caption: string;
  readonly columns: readonly OfferColumn[];
  /** What the mark of a change means, where it is not the offer that is countered. */
  readonly changedNote?: string;
  /** Rows after the figures, one cell a column. */
  readonly foot?: readonly { readonly label: string; readonly cells: readonly ReactNode[] }[];
}

const GROUPS = ["borrower", "platform"] as const;

/** Offers side by side, figure by figure: what each costs whom. */
export function OfferTable({ caption, columns, changedNote, foot = [] }: OfferTableProps) {
  const { t } = useTranslation();
  const shown = columns.map(withFigures);
  const rows = rowsFor(shown.flatMap((column) => column.figures ?? []));
  const anyChanged = shown.some(({ changed }) => changed.length > 0);
  return (
    <>
      <table className="offer-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="offer-corner">
              <span className="visually-hidden">{t("offers.title")}</span>
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        {GROUPS.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className="offer-group">
                {t(`offers.group.${group}`)}
              </th>
            </tr>
            {rows
              .filter((row) => row.group === group)
              .map((row) => (
                <FigureRow key={row.key} row={row} columns={shown} />
              ))}
          </tbody>
        ))}
        {foot.length > 0 && (
          <tfoot>
            {foot.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                {columns.map((column, index) => (
                  <td key={column.key}>{row.cells[index]}</td>
                ))}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
      {anyChanged && <p className="offer-legend">{changedNote ?? t("offers.changedNote")}</p>}
    </>
  );
}

interface ShownColumn {
  readonly key: string;
  readonly schedule: ScheduleResult | null;
  readonly figures: OfferFigures | null;
  readonly changed: readonly FigureKey[];
}

function withFigures({ key, facts, before }: OfferColumn): ShownColumn {
  if (facts === null) return { key, schedule: null, figures: null, changed: [] };
  const figures = figuresOf(facts.terms, facts.schedule);
  const changed = before ? changedFigures(figuresOf(before.terms, before.schedule), figures) : [];
  return { key, schedule: facts.schedule, figures, changed };
}

function FigureRow({ row, columns }: { readonly row: OfferRow; readonly columns: readonly ShownColumn[] }) {
  const { t } = useTranslation();
  const inside = row.key.startsWith("waived") && row.key !== "waived";
  return (
    <tr className={row.key === "total" ? "offer-total" : undefined}>
      <th scope="row" className={inside ? "offer-inside" : undefined}>
        {t(`offers.figure.${row.key}`)}
      </th>
      {columns.map(({ key, figures, schedule, changed }) => {
        const isChanged = row.figures.some((figure) => changed.includes(figure));
        return (
          <td key={key} className={isChanged ? "offer-changed" : undefined}>
            {isChanged && (
              <span className="offer-mark">
                <span className="visually-hidden">{t("offers.changed")}</span>
              </span>
            )}
            {figures && schedule ? (
              <FigureValue row={row.key} figures={figures} schedule={schedule} />
            ) : (
              <Fragment>–</Fragment>
            )}
          </td>
        );
      })}
    </tr>
  );
}
