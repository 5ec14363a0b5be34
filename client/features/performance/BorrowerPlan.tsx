import { useTranslation } from "react-i18next";
import { daysBetween } from "../../../shared/calendar/localDate.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { CopyLine } from "../../borrower/ui/CopyLine.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { formatFen } from "../../i18n/format.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import type { CaseFile } from "../cases/types.ts";
import { ConfirmationHint } from "../confirmations/ConfirmationHint.tsx";
import { completionUrl, type Plan, type PlanInstalment, usePlan } from "./api.ts";

/** What is due next and where to pay it, then every instalment and every payment that arrived. */
export function BorrowerPlan() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <Page title={t("myPlan.title")} above={<BackLink />}>
          <OfCase file={file} />
        </Page>
      )}
    </InCase>
  );
}

function OfCase({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const plan = usePlan(file.id);
  return (
    <Loaded of={plan}>
      {(found) =>
        found === null ? (
          <Card title={t("myPlan.none")}>
            <p>{t("myPlan.noneText")}</p>
          </Card>
        ) : (
          <>
            <Next plan={found} />
            {found.amendment !== null && (
              <Notice tone="info">{t("amendments.open", { number: found.agreementNumber })}</Notice>
            )}
            <Completion plan={found} />
            <ConfirmationHint caseId={file.id} />
            {found.totals.openFen > 0 && <Account plan={found} number={file.number} />}
            <Instalments plan={found} />
            <Payments plan={found} />
          </>
        )
      }
    </Loaded>
  );
}

/** The certificate of completion, to keep. */
function Completion({ plan: { caseId, stage, completion } }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  if (stage !== "completed") return null;
  return (
    <Card title={t("completion.title")}>
      {completion === null ? (
        <p>{t("completion.pending")}</p>
      ) : (
        <>
          <p>
            {t("completion.number")} {completion.number}
          </p>
          <CopyLine label={t("completion.code")} text={completion.code} />
          <a className="b-button b-button-primary" href={completionUrl(caseId)}>
            {t("completion.download")}
          </a>
        </>
      )}
    </Card>
  );
}

function Next({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const { totals, today, stage } = plan;
  const next = plan.instalments.find((row) => row.openFen > 0);
  const progress = (
    <>
      <progress
        className="b-progress"
        max={totals.dueFen}
        value={totals.paidFen}
        aria-label={t("myPlan.title")}
      />
      <p className="b-hint">
        {t("myPlan.progress", { paid: formatFen(totals.paidFen), total: formatFen(totals.dueFen) })}
      </p>
    </>
  );
  if (!next)
    return (
      <Card>
        <Notice tone="good" title={t("myPlan.allPaid")}>
          {t("myPlan.allPaidText")}
        </Notice>
        {progress}
      </Card>
    );
  const days = daysBetween(today, next.due);
  const late = totals.overdueFen > 0;
  return (
    <Card>
      <div className="b-total">
        <span>{t(late ? "myPlan.overdue" : "myPlan.next")}</span>
        <strong className="money">
          <Money fen={late ? totals.overdueFen : next.openFen} />
        </strong>
        <span className={late ? "b-warn" : "b-hint"}>
          <DateText value={next.due} />
          {!late && ` · ${days === 0 ? t("myPlan.today") : t("myPlan.inDays", { count: days })}`}
        </span>
      </div>
      {late && (
        <Notice tone="warn">
          {stage === "breached"
            ? t("myPlan.breachedText")
            : t("myPlan.overdueText", { count: plan.graceDays })}
        </Notice>
      )}
      {late && (
        <ButtonLink to="/case/talk?with=caucus" tone="plain">
          {t("myPlan.tell")}
        </ButtonLink>
      )}
      {progress}
    </Card>
  );
}

function Account({ plan: { payeeAccount }, number }: { readonly plan: Plan; readonly number: string }) {
  const { t } = useTranslation();
  return (
    <Card title={t("myPlan.account")}>
      <CopyLine label={t("myPlan.accountName")} text={payeeAccount.name} />
      <CopyLine label={t("myPlan.accountBank")} text={payeeAccount.bank} />
      <CopyLine label={t("myPlan.accountNumber")} text={payeeAccount.number} />
      <p className="b-hint">{t("myPlan.remark", { number })}</p>
      <Notice tone="info">{t("myPlan.onlyThis")}</Notice>
    </Card>
  );
}

/** What is paid, late or near; the far end is folded away. */
function Instalments({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const next = plan.instalments.findIndex((row) => row.openFen > 0 && !row.overdue);
  const near = next < 0 ? plan.instalments.length : next + NEAR;
  const later = plan.instalments.slice(near);
  return (
    <Card title={t("myPlan.instalments")}>
      <Rows rows={plan.instalments.slice(0, near)} />
      {later.length > 0 && (
        <details className="b-details">
          <summary>{t("myPlan.later", { count: later.length })}</summary>
          <Rows rows={later} />
        </details>
      )}
    </Card>
  );
}

const NEAR = 3;

function Rows({ rows }: { readonly rows: readonly PlanInstalment[] }) {
  const { t } = useTranslation();
  return (
    <ul className="b-lines">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="b-line-head">
            <span>
              <strong>
                {row.kind === "down_payment" ? t("myPlan.down") : t("myPlan.nth", { number: row.number })}
              </strong>{" "}
              <DateText value={row.due} />
            </span>
            <Money fen={row.dueFen} strong />
          </div>
          <Status row={row} />
        </li>
      ))}
    </ul>
  );
}

function Status({ row }: { readonly row: PlanInstalment }) {
  const { t } = useTranslation();
  const tone = row.status === "paid" ? "b-good" : row.overdue ? "b-warn" : "b-hint";
  return (
    <p className={tone}>
      {row.overdue ? t("myPlan.late") : t(`myPlan.status.${row.status}`)}
      {row.openFen > 0 &&
        row.paidFen > 0 &&
        ` · ${t("myPlan.openAmount", { amount: formatFen(row.openFen) })}`}
    </p>
  );
}

function Payments({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  return (
    <Card title={t("myPlan.payments")}>
      {plan.payments.length === 0 && <p className="b-hint">{t("myPlan.noPayments")}</p>}
      <ul className="b-lines">
        {plan.payments.map((payment) => (
          <li key={payment.id}>
            <div className="b-line-head">
              <DateText value={payment.paidOn} />
              <Money fen={payment.fen} strong />
            </div>
            <p className="b-hint">{t("myPlan.reference", { reference: payment.reference })}</p>
          </li>
        ))}
      </ul>
      {plan.totals.creditFen > 0 && (
        <p className="b-hint">{t("myPlan.credit", { amount: formatFen(plan.totals.creditFen) })}</p>
      )}
    </Card>
  );
}
