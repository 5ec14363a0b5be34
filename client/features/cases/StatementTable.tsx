import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LineState } from "../../../shared/debts/lineAnswer.ts";
import { sumFen, fen } from "../../../shared/money/fen.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Money } from "../../ui/Money.tsx";
import { type Tone, ToneTag } from "../../ui/ToneTag.tsx";
import { LineDialog } from "../debts/LineDialog.tsx";
import { LineHistory, LineWord } from "../debts/LineWord.tsx";
import type { CaseFile, Debt, StatementLine } from "./types.ts";

const TONES: Record<LineState, Tone> = { open: "ended", agreed: "good", contested: "bad" };

/** One contract component by component, with what both sides say about each where that may be read. */
export function StatementTable({ theCase, debt }: { readonly theCase: CaseFile; readonly debt: Debt }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<{ line: StatementLine; correcting: boolean }>();
  const { statement, abilities } = theCase;
  const lines = statement.lines.filter((line) => line.debtId === debt.id);
  const shown = statement.history !== null;
  const answers = theCase.risk !== undefined && abilities.includes("answerStatement");
  const corrects = abilities.includes("correctStatement");
  const columns: readonly Column<StatementLine>[] = [
    {
      key: "component",
      title: t("cases.component"),
      leads: true,
      render: (line) => (
        <>
          {t(`words.component.${line.component}`)}{" "}
          {line.standing && (
            <ToneTag tone={TONES[line.standing.state]}>{t(`words.lineState.${line.standing.state}`)}</ToneTag>
          )}
        </>
      ),
    },
    { key: "fen", title: t("words.amount"), align: "right", render: (line) => <Money fen={line.fen} /> },
    ...(shown
      ? (["borrower", "platform"] as const).map((side) => ({
          key: side,
          title: t(`debts.side.${side}`),
          render: (line: StatementLine) => (
            <LineWord caseId={theCase.id} said={line.standing?.[side] ?? null} />
          ),
        }))
      : []),
    ...(answers || corrects
      ? [
          {
            key: "actions",
            title: t("words.actions"),
            render: (line: StatementLine) => {
              const name = t(`words.component.${line.component}`);
              return (
                <span className="line-actions">
                  {answers && (
                    <Button
                      size="small"
                      aria-label={t("debts.answerLine", { line: name })}
                      onClick={() => setDialog({ line, correcting: false })}
                    >
                      {t("debts.answerShort")}
                    </Button>
                  )}
                  {corrects && (
                    <Button
                      size="small"
                      aria-label={t("debts.correctLine", { line: name })}
                      onClick={() => setDialog({ line, correcting: true })}
                    >
                      {t("debts.correct")}
                    </Button>
                  )}
                </span>
              );
            },
          },
        ]
      : []),
  ];
  return (
    <div className="statement">
      <DataTable
        caption={debt.contractNumber}
        columns={columns}
        rows={lines}
        rowKey={(line) => line.id}
        foot={
          <tr>
            <th scope="row">{t("words.total")}</th>
            <td className="right">
              <Money fen={sumFen(lines.map((line) => fen(line.fen)))} strong />
            </td>
            {columns.length > 2 && <td colSpan={columns.length - 2} />}
          </tr>
        }
      />
      <LineHistory
        caseId={theCase.id}
        said={(statement.history ?? []).filter((one) => one.debtId === debt.id)}
      />
      {dialog && (
        <LineDialog
          caseId={theCase.id}
          line={dialog.line}
          correcting={dialog.correcting}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}
