import { useTranslation } from "react-i18next";
import { formatFen } from "../../i18n/format.ts";
import { DateText } from "../../ui/DateText.tsx";
import type { LineSaid, StatementLine } from "../cases/types.ts";
import { useExhibits } from "../exhibits/api.ts";
import { useLegalChecks } from "../law/api.ts";

/** What both sides say about a line now, each with its reason and what it shows for it. */
export function SaidByBoth({ line, caseId }: { readonly line: StatementLine; readonly caseId: string }) {
  const { standing } = line;
  if (standing === null) return null;
  const said = [standing.borrower, standing.platform].flatMap((one) =>
    one === null || one.answer === "open" ? [] : [one],
  );
  return said.map((one) => <Said key={one.side} said={one} caseId={caseId} />);
}

function Said({ said, caseId }: { readonly said: LineSaid; readonly caseId: string }) {
  const { t } = useTranslation();
  const good = said.answer === "confirmed";
  return (
    <p className={good ? "b-good b-mark" : "b-warn b-mark"}>
      {said.fromFen === null
        ? t(`myCase.debt.said.${said.side}.${good ? "confirmed" : "disputed"}`)
        : t("myCase.debt.corrected", { from: formatFen(said.fromFen) })}
      {said.reason !== null && <q>{said.reason}</q>}
      <Shown caseId={caseId} exhibitId={said.exhibitId} />
    </p>
  );
}

function Shown({ caseId, exhibitId }: { readonly caseId: string; readonly exhibitId: string | null }) {
  const { t } = useTranslation();
  const { data } = useExhibits(caseId);
  if (exhibitId === null) return null;
  const name = data?.find((exhibit) => exhibit.id === exhibitId)?.name ?? "";
  return <a href={`/api/exhibits/${exhibitId}/file`}>{t("myCase.debt.shows", { name })}</a>;
}

/** Our own figure from the contract and the payments, where it is less than what the platform states. */
export function Recomputed({ line, caseId }: { readonly line: StatementLine; readonly caseId: string }) {
  const { t } = useTranslation();
  const contract = useLegalChecks(caseId).data?.contracts.find(({ debtId }) => debtId === line.debtId);
  const found = contract?.lines.find(({ component }) => component === line.component);
  // The checks are read after the statement: between two versions they may speak of another amount.
  if (!found || found.statedFen !== line.fen || found.computedFen === null) return null;
  if (found.differenceFen === null || found.differenceFen <= 0) return null;
  return (
    <p className="b-hint">
      {t("myCase.debt.recomputed", {
        computed: formatFen(found.computedFen),
        difference: formatFen(found.differenceFen),
      })}
    </p>
  );
}

/** Everything said about a line, folded away; shown once there is more than what stands above it. */
export function BorrowerLineHistory({
  said,
  caseId,
}: {
  readonly said: readonly LineSaid[];
  readonly caseId: string;
}) {
  const { t } = useTranslation();
  if (said.length < 2) return null;
  return (
    <details className="b-details">
      <summary>{t("myCase.debt.history", { count: said.length })}</summary>
      <ol className="b-lines">
        {said.map((one) => (
          <li key={`${one.at} ${one.side}`}>
            <span className="b-hint">
              <DateText value={one.at} /> · {t("myCase.debt.amountThen", { amount: formatFen(one.fen) })}
            </span>
            {one.answer === "open" ? (
              <span>{t(`myCase.debt.said.${one.side}.open`)}</span>
            ) : (
              <Said said={one} caseId={caseId} />
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
