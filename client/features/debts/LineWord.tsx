import { useTranslation } from "react-i18next";
import type { LineAnswer } from "../../../shared/debts/lineAnswer.ts";
import { formatDate, formatFen } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { type Tone, ToneTag } from "../../ui/ToneTag.tsx";
import type { LineSaid } from "../cases/types.ts";
import { EvidenceLink } from "../exhibits/EvidenceLink.tsx";

const TONES: Record<LineAnswer, Tone> = { open: "ended", confirmed: "good", disputed: "bad" };

interface LineWordProps {
  readonly caseId: string;
  readonly said: LineSaid | null;
}

/** What a side says of a line now: the answer, why, by what document, and since when. */
export function LineWord({ caseId, said }: LineWordProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (said === null) return <ToneTag tone={TONES.open}>{t("words.answer.open")}</ToneTag>;
  return (
    <span className="line-word">
      <ToneTag tone={TONES[said.answer]}>{t(`words.answer.${said.answer}`)}</ToneTag>
      {said.fromFen !== null && (
        <span className="sub">{t("debts.correctedFrom", { from: formatFen(said.fromFen) })}</span>
      )}
      {said.reason !== null && <span className="sub">{said.reason}</span>}
      <EvidenceLink caseId={caseId} exhibitId={said.exhibitId} />
      <span className="sub">
        {t("debts.saidBy", { name: said.byName, date: formatDate(said.at, language) })}
      </span>
    </span>
  );
}

/** Everything said about the lines of one contract, oldest first, folded away. */
export function LineHistory({
  caseId,
  said,
}: {
  readonly caseId: string;
  readonly said: readonly LineSaid[];
}) {
  const { t } = useTranslation();
  if (said.length === 0) return null;
  return (
    <details className="line-history">
      <summary>{t("debts.history", { count: said.length })}</summary>
      <ol>
        {said.map((one) => (
          <li key={`${one.at} ${one.component} ${one.side}`}>
            <span>
              {t("debts.historyOf", {
                side: t(`words.party.${one.side}`),
                line: t(`words.component.${one.component}`),
                amount: formatFen(one.fen),
                version: one.version,
              })}
            </span>
            <LineWord caseId={caseId} said={one} />
          </li>
        ))}
      </ol>
    </details>
  );
}
