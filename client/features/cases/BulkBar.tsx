import { Alert, App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lookUp } from "../../i18n/text.ts";
import { useCommand } from "../../api/useCommand.ts";
import { MediatorDialog } from "../appointments/MediatorDialog.tsx";
import { type BulkDecision, type BulkOutcome, decideMany, MAX_BULK } from "./api.ts";
import { NoteDialog } from "./NoteDialog.tsx";
import type { CaseSummary } from "./types.ts";

interface BulkBarProps {
  readonly chosen: readonly CaseSummary[];
  readonly onChange: (selected: ReadonlySet<string>) => void;
}

/** One decision about all chosen cases; those that refuse stay chosen, with the reason. */
export function BulkBar({ chosen, onChange }: BulkBarProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [dialog, setDialog] = useState<"appoint" | "decline">();
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const caseIds = chosen.map((row) => row.id);
  const decide = useCommand<Omit<BulkDecision, "caseIds">, BulkOutcome>({
    run: (decision, key) => decideMany({ ...decision, caseIds }, key),
    done: ({ done }) => t("cases.bulk.done", { count: done.length }),
    onDone: (result) => {
      setDialog(undefined);
      setOutcome(result);
      onChange(new Set(result.refused.map(({ id }) => id)));
    },
  });
  const able = (ability: "accept" | "decline" | "appoint") =>
    caseIds.length <= MAX_BULK && chosen.some((row) => row.abilities.includes(ability));
  const accept = () =>
    void modal.confirm({
      title: t("cases.bulk.acceptAsk", { count: caseIds.length }),
      onOk: () => decide.mutateAsync({ action: "accept" }).catch(() => undefined),
    });
  return (
    <section className="bulk-bar" aria-label={t("cases.bulk.selected", { count: chosen.length })}>
      <strong aria-live="polite">{t("cases.bulk.selected", { count: chosen.length })}</strong>
      <Button type="primary" disabled={!able("accept")} loading={decide.isPending} onClick={accept}>
        {t("cases.bulk.accept")}
      </Button>
      <Button disabled={!able("appoint")} onClick={() => setDialog("appoint")}>
        {t("cases.bulk.appoint")}
      </Button>
      <Button disabled={!able("decline")} onClick={() => setDialog("decline")}>
        {t("cases.bulk.decline")}
      </Button>
      <Button type="text" onClick={() => onChange(new Set())}>
        {t("cases.bulk.clear")}
      </Button>
      {caseIds.length > MAX_BULK && (
        <span className="faint">{t("cases.bulk.tooMany", { max: MAX_BULK })}</span>
      )}
      {outcome && <Refused outcome={outcome} chosen={chosen} />}
      <MediatorDialog
        open={dialog === "appoint"}
        caseId={null}
        count={caseIds.length}
        busy={decide.isPending}
        onClose={() => setDialog(undefined)}
        onChosen={(mediatorId) => decide.mutate({ action: "appoint", mediatorId })}
      />
      <NoteDialog
        open={dialog === "decline"}
        title={t("cases.declineTitle")}
        text={t("cases.declineText")}
        label={t("cases.declineNote")}
        submit={t("cases.bulk.decline")}
        busy={decide.isPending}
        onClose={() => setDialog(undefined)}
        onSubmit={(note) => decide.mutate({ action: "decline", ...(note === null ? {} : { note }) })}
      />
    </section>
  );
}

function Refused({
  outcome,
  chosen,
}: {
  readonly outcome: BulkOutcome;
  readonly chosen: readonly CaseSummary[];
}) {
  const { t } = useTranslation();
  const shown = outcome.refused.flatMap(({ id, code }) => {
    const row = chosen.find((candidate) => candidate.id === id);
    return row ? [{ number: row.number, code }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <Alert
      type="warning"
      className="bulk-refused"
      title={t("cases.bulk.refused", { count: shown.length })}
      description={
        <ul>
          {shown.map(({ number, code }) => (
            <li key={number}>
              <span className="tabular">{number}</span> {lookUp(`errors.${code}`) ?? code}
            </li>
          ))}
        </ul>
      }
    />
  );
}
