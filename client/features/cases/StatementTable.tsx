import { useTranslation } from "react-i18next";
import type { LineAnswer } from "../../../shared/debts/lineAnswer.ts";
import { sumFen, fen } from "../../../shared/money/fen.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Money } from "../../ui/Money.tsx";
import { type Tone, ToneTag } from "../../ui/ToneTag.tsx";
import type { Debt, StatementLine } from "./types.ts";

interface StatementTableProps {
  readonly debt: Debt;
  readonly lines: readonly StatementLine[];
}

const TONES: Record<LineAnswer, Tone> = { open: "ended", confirmed: "good", disputed: "bad" };

/** One contract component by component, with what the borrower says about each where that may be read. */
export function StatementTable({ debt, lines }: StatementTableProps) {
  const { t } = useTranslation();
  const answers = lines.some((line) => line.answer !== null);
  const columns: readonly Column<StatementLine>[] = [
    {
      key: "component",
      title: t("cases.component"),
      leads: true,
      render: (line) => t(`words.component.${line.component}`),
    },
    { key: "fen", title: t("words.amount"), align: "right", render: (line) => <Money fen={line.fen} /> },
    ...(answers
      ? [{ key: "answer", title: t("cases.answer"), render: (line: StatementLine) => <Answer line={line} /> }]
      : []),
  ];
  return (
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
          {answers && <td />}
        </tr>
      }
    />
  );
}

function Answer({ line }: { readonly line: StatementLine }) {
  const { t } = useTranslation();
  if (line.answer === null) return null;
  return (
    <span>
      <ToneTag tone={TONES[line.answer]}>{t(`words.answer.${line.answer}`)}</ToneTag>
      {line.answerReason !== null && <span className="sub">{line.answerReason}</span>}
    </span>
  );
}
