import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import { completionUrl, enforcePlan, type Plan, type PlanInstalment, usePlan } from "./api.ts";
import { PaymentDialog } from "./PaymentDialog.tsx";
import { Payments } from "./Payments.tsx";
import "./performance.css";

/** How an agreement is being performed: what is due, what has come in, what is late. */
export function PlanPanel({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const plan = usePlan(caseId);
  return (
    <Loaded of={plan}>
      {(data) =>
        data && (
          <Panel title={t("performance.title")} actions={<PlanActions plan={data} />}>
            {data.amendment !== null && (
              <Alert type="info" showIcon title={t("amendments.open", { number: data.agreementNumber })} />
            )}
            <Completion plan={data} />
            <PlanFigures plan={data} />
            <InstalmentTable rows={data.instalments} />
            <Payments payments={data.payments} />
          </Panel>
        )
      }
    </Loaded>
  );
}

function PlanActions({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const [recording, setRecording] = useState(false);
  const breach = useCommand({
    run: (_, key) => enforcePlan(plan.caseId, "breach", key),
    done: t("performance.breached"),
  });
  const renegotiate = useCommand({
    run: (_, key) => enforcePlan(plan.caseId, "renegotiation", key),
    done: t(plan.stage === "breached" ? "performance.renegotiated" : "amendments.begun"),
  });
  const keep = useCommand({
    run: (_, key) => enforcePlan(plan.caseId, "renegotiation/end", key),
    done: t("amendments.kept"),
  });
  const able = (ability: Plan["abilities"][number]) => plan.abilities.includes(ability);
  return (
    <div className="button-row">
      {able("record_payment") && (
        <Button type="primary" onClick={() => setRecording(true)}>
          {t("performance.record")}
        </Button>
      )}
      {able("renegotiate") && (
        <ConfirmButton
          ask={t(plan.stage === "breached" ? "performance.renegotiateAsk" : "amendments.beginAsk")}
          onConfirm={() => renegotiate.mutateAsync().then(rest, rest)}
        >
          {t(plan.stage === "breached" ? "performance.renegotiate" : "amendments.begin")}
        </ConfirmButton>
      )}
      {able("keep_plan") && (
        <ConfirmButton ask={t("amendments.keepAsk")} onConfirm={() => keep.mutateAsync().then(rest, rest)}>
          {t("amendments.keep")}
        </ConfirmButton>
      )}
      {able("declare_breach") && (
        <ConfirmButton
          danger
          ask={t("performance.breachAsk", { graceDays: plan.graceDays })}
          onConfirm={() => breach.mutateAsync().then(rest, rest)}
        >
          {t("performance.declareBreach")}
        </ConfirmButton>
      )}
      <PaymentDialog plan={plan} open={recording} onClose={() => setRecording(false)} />
    </div>
  );
}

/** Everything is paid: the certificate that says so, once it is drawn up. */
function Completion({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  if (plan.stage !== "completed") return null;
  const { completion } = plan;
  return (
    <Alert
      type="success"
      showIcon
      title={t("completion.text")}
      description={
        completion === null
          ? t("completion.pending")
          : `${t("completion.number")} ${completion.number} · ${t("completion.code")} ${completion.code}`
      }
      action={
        completion !== null && (
          <Button size="small" href={completionUrl(plan.caseId)}>
            {t("completion.download")}
          </Button>
        )
      }
    />
  );
}

function PlanFigures({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const { dueFen, paidFen, openFen, overdueFen, creditFen } = plan.totals;
  const percent = dueFen === 0 ? 0 : Math.floor((100 * paidFen) / dueFen);
  return (
    <div className="plan-figures">
      <dl className="figures">
        <div>
          <dt>{t("performance.paid")}</dt>
          <dd>
            <Money fen={paidFen} />
          </dd>
        </div>
        <div>
          <dt>{t("performance.open")}</dt>
          <dd>
            <Money fen={openFen} />
          </dd>
        </div>
        {creditFen > 0 && (
          <div>
            <dt>{t("performance.credit")}</dt>
            <dd>
              <Money fen={creditFen} />
            </dd>
          </div>
        )}
      </dl>
      <progress
        className="plan-bar"
        max={100}
        value={percent}
        aria-label={t("performance.progress", { percent })}
      />
      {overdueFen > 0 && (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              {t("performance.overdueTotal")} <Money fen={overdueFen} strong />
            </>
          }
        />
      )}
    </div>
  );
}

function InstalmentTable({ rows }: { readonly rows: readonly PlanInstalment[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<PlanInstalment>[] = [
    {
      key: "no",
      title: t("agreements.no"),
      leads: true,
      render: (row) =>
        row.kind === "down_payment" ? (
          t("agreements.downPayment")
        ) : (
          <span className="tabular">{row.number}</span>
        ),
    },
    { key: "due", title: t("agreements.due"), render: (row) => <DateText value={row.due} /> },
    {
      key: "payable",
      title: t("agreements.payable"),
      align: "right",
      render: (row) => <Money fen={row.dueFen} />,
    },
    {
      key: "paid",
      title: t("performance.paid"),
      align: "right",
      render: (row) => <Money fen={row.paidFen} />,
    },
    { key: "status", title: t("words.status"), render: (row) => <InstalmentState row={row} /> },
  ];
  return (
    <DataTable caption={t("performance.title")} columns={columns} rows={rows} rowKey={(row) => row.id} />
  );
}

function InstalmentState({ row }: { readonly row: PlanInstalment }) {
  const { t } = useTranslation();
  const tone = row.overdue ? "bad" : row.status === "paid" ? "good" : "ended";
  return (
    <ToneTag tone={tone}>
      {row.overdue ? t("performance.overdue") : t(`performance.instalmentStatus.${row.status}`)}
    </ToneTag>
  );
}

/** A refusal has been said already; the button only has to come to rest. */
function rest(): void {}
