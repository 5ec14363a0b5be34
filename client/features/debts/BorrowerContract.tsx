import { useTranslation } from "react-i18next";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { formatDate, formatFen, formatRate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import { borrowerAnswer } from "../cases/borrowerStep.ts";
import type { Debt, LineSaid, StatementLine } from "../cases/types.ts";
import { BorrowerLineHistory, Recomputed, SaidByBoth } from "./BorrowerLine.tsx";

interface ContractProps {
  readonly caseId: string;
  readonly debt: Debt;
  readonly lines: readonly StatementLine[];
  readonly history: readonly LineSaid[];
  readonly mayAnswer: boolean;
  readonly busy: boolean;
  readonly onRight: (lines: readonly StatementLine[]) => void;
  readonly onWrong: (line: StatementLine) => void;
}

/** One contract: where it comes from, and every line of it. */
export function Contract(props: ContractProps) {
  const { t } = useTranslation();
  const { debt, lines, mayAnswer, busy, onRight } = props;
  const open = lines.filter((line) => borrowerAnswer(line) === "open");
  return (
    <Card title={debt.product ?? debt.lenderName}>
      <Facts debt={debt} />
      <ul className="b-lines">
        {lines.map((line) => (
          <Line key={line.id} line={line} {...props} />
        ))}
      </ul>
      {mayAnswer && open.length > 1 && (
        <Button tone="plain" wide busy={busy} onClick={() => onRight(open)}>
          {t("myCase.debt.allRight")}
        </Button>
      )}
    </Card>
  );
}

function Facts({ debt }: { readonly debt: Debt }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const items = [
    { label: t("myCase.debt.lender"), value: debt.lenderName },
    { label: t("myCase.debt.contract"), value: debt.contractNumber },
  ];
  if (debt.disbursedOn !== null && debt.disbursedFen !== null) {
    const figures = { date: formatDate(debt.disbursedOn, language), amount: formatFen(debt.disbursedFen) };
    items.push({ label: t("myCase.debt.disbursed"), value: t("myCase.debt.disbursedValue", figures) });
  }
  if (debt.repaidFen !== null)
    items.push({ label: t("myCase.debt.repaid"), value: formatFen(debt.repaidFen) });
  if (debt.annualRate !== null)
    items.push({ label: t("myCase.debt.rate"), value: formatRate(debt.annualRate) });
  return (
    <div className="b-facts">
      <DataList
        items={[
          ...items,
          ...(debt.overdueSince === null
            ? []
            : [{ label: t("myCase.debt.overdue"), value: <DateText value={debt.overdueSince} /> }]),
        ]}
      />
    </div>
  );
}

function Line(props: ContractProps & { readonly line: StatementLine }) {
  const { line, mayAnswer, busy, onRight, onWrong, caseId, history } = props;
  const { t } = useTranslation();
  const name = t(`myCase.debt.component.${line.component}`);
  const answer = borrowerAnswer(line);
  const open = answer === "open";
  const change = t(answer === "confirmed" ? "myCase.debt.toWrong" : "myCase.debt.toRight");
  return (
    <li>
      <div className="b-line-head">
        <strong>{name}</strong>
        <Money fen={line.fen} strong />
      </div>
      <p className="b-hint">{t(`myCase.debt.meaning.${line.component}`)}</p>
      <Recomputed line={line} caseId={caseId} />
      <SaidByBoth line={line} caseId={caseId} />
      {mayAnswer && open && (
        <div className="b-row">
          <Button
            tone="plain"
            disabled={busy}
            aria-label={t("myCase.debt.rightLine", { line: name })}
            onClick={() => onRight([line])}
          >
            {t("myCase.debt.right")}
          </Button>
          <Button
            tone="plain"
            disabled={busy}
            aria-label={t("myCase.debt.wrongLine", { line: name })}
            onClick={() => onWrong(line)}
          >
            {t("myCase.debt.wrong")}
          </Button>
        </div>
      )}
      {mayAnswer && !open && (
        <Button
          tone="quiet"
          className="b-small"
          disabled={busy}
          aria-label={`${name}: ${change}`}
          onClick={() => (answer === "confirmed" ? onWrong(line) : onRight([line]))}
        >
          {change}
        </Button>
      )}
      <BorrowerLineHistory
        caseId={caseId}
        said={history.filter((one) => one.debtId === line.debtId && one.component === line.component)}
      />
    </li>
  );
}
