import { useTranslation } from "react-i18next";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { useFacts } from "./api.ts";

const STAGES: readonly CaseStage[] = ["preparing", "negotiating", "signing", "breached", "terminated"];

/** On the first page: facts that wait for the borrower's word, or a record for the signature. Nothing otherwise. */
export function BorrowerFactsHint({ caseId, stage }: { readonly caseId: string; readonly stage: CaseStage }) {
  const { t } = useTranslation();
  const { data } = useFacts(caseId, STAGES.includes(stage));
  if (!data) return null;
  const signs = data.record?.abilities.includes("sign") === true;
  const open = data.items.filter(
    ({ abilities, answers }) => abilities.includes("answer") && answers.borrower.answer === "open",
  ).length;
  if (!signs && open === 0) return null;
  return (
    <Card title={t(signs ? "facts.hint.signTitle" : "facts.hint.title", { count: open })}>
      <p>{t(signs ? "facts.hint.sign" : "facts.hint.text")}</p>
      <ButtonLink tone="plain" to="/case/facts">
        {t(signs ? "facts.hint.goSign" : "facts.hint.go")}
      </ButtonLink>
    </Card>
  );
}
