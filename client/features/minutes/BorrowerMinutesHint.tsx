import { useTranslation } from "react-i18next";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { useMinutes } from "./api.ts";

const BEFORE: readonly CaseStage[] = ["intake", "invited"];

/** On the first page: minutes that wait for the borrower's word, or the way to those there are. */
export function BorrowerMinutesHint({
  caseId,
  stage,
}: {
  readonly caseId: string;
  readonly stage: CaseStage;
}) {
  const { t } = useTranslation();
  const { data } = useMinutes(caseId, !BEFORE.includes(stage));
  if (!data || data.items.length === 0) return null;
  const waits = data.items.some(
    ({ abilities, answers, ownId }) =>
      abilities.includes("answer") && !answers.some(({ personId }) => personId === ownId),
  );
  return (
    <Card title={t(waits ? "minutes.hint.title" : "minutes.hint.readTitle")}>
      <p>{waits ? t("minutes.hint.text") : t("minutes.hint.readText", { count: data.items.length })}</p>
      <ButtonLink tone="plain" to="/case/minutes">
        {t(waits ? "minutes.hint.go" : "minutes.read")}
      </ButtonLink>
    </Card>
  );
}
