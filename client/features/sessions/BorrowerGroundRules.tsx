import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { GROUND_RULES_TEXT } from "../../../shared/sessions/groundRules.ts";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { Checkbox } from "../../borrower/ui/Checkbox.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Spinner } from "../../borrower/ui/Spinner.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { useLanguage } from "../../i18n/index.ts";
import { errorText } from "../../i18n/text.ts";
import { acceptGroundRules, useGroundRules } from "./groundRulesApi.ts";
import { GroundRulesText } from "./GroundRulesText.tsx";
import "./sessions.css";

/** The same gate on a phone. */
export function BorrowerGroundRules({
  caseId,
  children,
}: {
  readonly caseId: string;
  readonly children: ReactNode;
}) {
  const rules = useGroundRules(caseId);
  if (rules.isPending) return <Spinner />;
  if (!rules.data?.mustAccept) return children;
  return <Rules caseId={caseId} version={rules.data.version} onAccepted={() => void rules.refetch()} />;
}

interface RulesProps {
  readonly caseId: string;
  readonly version: string;
  readonly onAccepted: () => void;
}

function Rules({ caseId, version, onAccepted }: RulesProps) {
  const { t } = useTranslation();
  const { title, accept } = GROUND_RULES_TEXT[useLanguage()];
  const [agreed, setAgreed] = useState(false);
  const enter = useSend({
    run: (_: void, key) => acceptGroundRules(caseId, version, key),
    onDone: onAccepted,
  });
  return (
    <Page title={title} above={<BackLink />}>
      <GroundRulesText />
      <p className="b-hint">{t("sessions.rules.version", { version })}</p>
      <Checkbox label={accept} checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
      {enter.error && <Notice tone="bad">{errorText(enter.error)}</Notice>}
      <Button wide disabled={!agreed} busy={enter.isPending} onClick={() => enter.mutate()}>
        {t("sessions.rules.enter")}
      </Button>
    </Page>
  );
}
