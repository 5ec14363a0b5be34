import { Alert, Button, Form, Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { paymentHistoryProblems, type PaymentProblem } from "../../../shared/debts/paymentHistory.ts";
import { readPayments, type UnreadableLine } from "../../../shared/debts/readPayments.ts";
import { sumFen } from "../../../shared/money/fen.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatFen } from "../../i18n/format.ts";
import { errorText, lookUp } from "../../i18n/text.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import type { Debt } from "../cases/types.ts";
import { statePayments } from "./api.ts";
import { textOfFile } from "./textOfFile.ts";

interface PaymentsDialogProps {
  readonly caseId: string;
  readonly debt: Debt;
  readonly asOf: string;
}

/** The payments made on a contract, from a file or a spreadsheet's cells; read on the spot, kept as a whole. */
export function PaymentsDialog({ caseId, debt, asOf }: PaymentsDialogProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("debts.payments")}
      </Button>
      {open && <PaymentsForm caseId={caseId} debt={debt} asOf={asOf} onClose={() => setOpen(false)} />}
    </>
  );
}

function PaymentsForm({
  caseId,
  debt,
  asOf,
  onClose,
}: PaymentsDialogProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string>();
  const read = text.trim() === "" ? null : readPayments(text);
  const payments = read?.ok === true ? read.payments : [];
  const problems = read?.ok === true ? paymentHistoryProblems(payments, { ...debt, asOf }) : [];
  const sending = useCommand({
    run: (_: void, key) => statePayments(caseId, debt.id, payments, key),
    done: t("debts.paymentsSaved"),
    onDone: onClose,
    onFail: (error) => setFault(errorText(error)),
  });
  const unreadable = read?.ok === false ? read.problems : [];
  const ready = payments.length > 0 && problems.length === 0;
  return (
    <Modal
      open
      width={640}
      title={t("debts.paymentsTitle", { contract: debt.contractNumber })}
      okText={t("common.save")}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={sending.isPending}
      onOk={() => sending.mutate()}
      onCancel={onClose}
    >
      <p className="dialog-text">{t("debts.paymentsText")}</p>
      <FilePicker
        accept=".csv,.txt,.tsv"
        title={t("debts.paymentsFile")}
        hint={t("debts.paymentsFileHint")}
        onChosen={(file) => void textOfFile(file).then(setText)}
      />
      <Form layout="vertical" component="div" className="debt-paste">
        <Form.Item label={t("debts.paymentsPaste")} htmlFor={`${id}-text`}>
          <Input.TextArea
            id={`${id}-text`}
            rows={8}
            className="tabular"
            value={text}
            placeholder={t("debts.paymentsExample")}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
      </Form>
      <Found unreadable={unreadable} problems={problems} />
      {ready && (
        <p role="status">
          {t("debts.paymentsFound", {
            count: payments.length,
            total: formatFen(sumFen(payments.map((payment) => payment.fen))),
          })}
          {debt.repaidFen !== null && ` ${t("debts.paymentsStated", { stated: formatFen(debt.repaidFen) })}`}
        </p>
      )}
      {fault !== undefined && <Alert type="error" title={fault} role="alert" />}
    </Modal>
  );
}

const MOST_SHOWN = 8;

function Found(props: {
  readonly unreadable: readonly UnreadableLine[];
  readonly problems: readonly PaymentProblem[];
}) {
  const { t } = useTranslation();
  const lines = [
    ...props.unreadable.map(({ line, column, code }) =>
      code === "unknown_columns"
        ? t("debts.unknownColumns")
        : t("debts.badCell", { line, column, problem: lookUp(`debts.cell.${code}`) ?? t("debts.cellOther") }),
    ),
    ...props.problems.map(({ pointer, code }) => {
      const index = Number(/\d+/.exec(pointer)?.[0] ?? Number.NaN);
      const problem = t(`debts.paymentProblem.${code}`);
      return Number.isNaN(index) ? problem : t("debts.badPayment", { number: index + 1, problem });
    }),
  ];
  if (lines.length === 0) return null;
  return (
    <Alert
      type="warning"
      role="alert"
      title={t("debts.paymentsFaulty")}
      description={
        <ul className="debt-faults">
          {lines.slice(0, MOST_SHOWN).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  );
}
