import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { useConfirmation } from "./api.ts";
import { TimeLeft } from "./TimeLeft.tsx";

/** On the page of the plan: what a court may still be asked, and whether a signature is missing. */
export function ConfirmationHint({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { data } = useConfirmation(caseId);
  if (!data || data.status === "open" || data.status === "withdrawn") return null;
  const wanted = data.abilities.includes("sign");
  return (
    <Card
      title={t("confirmations.title")}
      aside={<span className="b-chip">{t(`confirmations.status.${data.status}`)}</span>}
    >
      {wanted && (
        <Notice tone="info">
          {t("confirmations.deadline")} <TimeLeft confirmation={data} />
        </Notice>
      )}
      <ButtonLink to="/case/confirmation" {...(wanted ? {} : { tone: "plain" as const })}>
        {t(wanted ? "confirmations.sign" : "confirmations.look")}
      </ButtonLink>
    </Card>
  );
}
