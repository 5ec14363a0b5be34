import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { COMPONENTS } from "../../../shared/plans/statement.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import { answerLine, type LineAnswered } from "../cases/borrowerApi.ts";
import { borrowerAnswer } from "../cases/borrowerStep.ts";
import { type Paper, paperId } from "../exhibits/paper.ts";
import type { CaseFile, StatementLine } from "../cases/types.ts";
import { ExpiredWarning } from "../law/ExpiredWarning.tsx";
import { Contract } from "./BorrowerContract.tsx";
import { DisputeSheet } from "./BorrowerDispute.tsx";

type Answer = Omit<LineAnswered, "exhibitId"> & { readonly paper: Paper };

/** The debt line by line, with what each word means, and a yes or no to every line. */
export function BorrowerDebt() {
  return <InCase>{(file) => <Statement file={file} />}</InCase>;
}

function Statement({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const { statement, debts } = file;
  const [disputed, setDisputed] = useState<StatementLine>();
  const answering = useSend({
    run: async (answers: readonly Answer[], key) => {
      // One after another: they all change the same statement.
      for (const { paper, ...answer } of answers) {
        const exhibitId = await paperId(file.id, paper, t("myCase.debt.paperOf"), key);
        await answerLine(file.id, { ...answer, exhibitId }, `${key} ${answer.lineId}`);
      }
    },
    done: t("myCase.debt.saved"),
    onDone: () => setDisputed(undefined),
  });
  const mayAnswer = file.abilities.includes("answerStatement");
  const answered = statement.lines.filter((line) => borrowerAnswer(line) !== "open").length;
  return (
    <Page title={t("myCase.debt.title")} lead={t("myCase.debt.lead")} above={<BackLink />}>
      <Total file={file} answered={answered} />
      {!mayAnswer && <Notice tone="info">{t("myCase.debt.closed")}</Notice>}
      {answering.error && disputed === undefined && <Problem error={answering.error} />}
      {mayAnswer && <ExpiredWarning caseId={file.id} />}
      {debts.length === 0 && <p>{t("myCase.debt.none")}</p>}
      {debts.map((debt) => (
        <Contract
          key={debt.id}
          debt={debt}
          caseId={file.id}
          history={statement.history ?? []}
          lines={linesOf(statement.lines, debt.id)}
          mayAnswer={mayAnswer}
          busy={answering.isPending}
          onRight={(lines) =>
            answering.mutate(
              lines.map((line) => ({ lineId: line.id, answer: "confirmed", reason: null, paper: null })),
            )
          }
          onWrong={setDisputed}
        />
      ))}
      {file.abilities.includes("report") && (
        <Link to="/case/help?report=not_my_debt">{t("myCase.debt.notMine")}</Link>
      )}
      <DisputeSheet
        key={disputed?.id ?? ""}
        line={disputed}
        busy={answering.isPending}
        error={answering.error}
        caseId={file.id}
        onSend={(lineId, reason, paper) => answering.mutate([{ lineId, answer: "disputed", reason, paper }])}
        onClose={() => setDisputed(undefined)}
      />
    </Page>
  );
}

function Total({ file, answered }: { readonly file: CaseFile; readonly answered: number }) {
  const { t } = useTranslation();
  const { totals, lines, asOf } = file.statement;
  return (
    <Card>
      <div className="b-total">
        <span>{t("myCase.debt.total")}</span>
        <strong className="money">
          <Money fen={totals.totalFen} />
        </strong>
        <span className="b-hint">
          {t("myCase.debt.asOf")} <DateText value={asOf} />
        </span>
      </div>
      <dl className="b-amounts">
        {COMPONENTS.filter((component) => totals[`${component}Fen`] > 0).map((component) => (
          <div key={component}>
            <dt>{t(`myCase.debt.component.${component}`)}</dt>
            <dd>
              <Money fen={totals[`${component}Fen`]} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="b-hint">{t("myCase.debt.progress", { done: answered, all: lines.length })}</p>
    </Card>
  );
}

function linesOf(lines: readonly StatementLine[], debtId: string): StatementLine[] {
  const own = lines.filter((line) => line.debtId === debtId);
  return own.toSorted((a, b) => COMPONENTS.indexOf(a.component) - COMPONENTS.indexOf(b.component));
}
