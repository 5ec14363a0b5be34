import { useState } from "react";
import { useTranslation } from "react-i18next";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Confirm } from "../../borrower/ui/Confirm.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { DateText } from "../../ui/DateText.tsx";
import { type Exhibit, useExhibits, withdrawExhibit } from "./api.ts";
import { ProofForm } from "./BorrowerProofForm.tsx";

/** Papers that show somebody's situation; the mediator alone sees them unless the borrower says otherwise. */
export function BorrowerProof() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <Page title={t("myPlan.proof.title")} lead={t("myPlan.proof.lead")} above={<BackLink />}>
          <ProofForm caseId={file.id} />
          <Uploaded caseId={file.id} />
        </Page>
      )}
    </InCase>
  );
}

function Uploaded({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const exhibits = useExhibits(caseId);
  const [chosen, setChosen] = useState<Exhibit>();
  return (
    <Card title={t("myPlan.proof.mine")}>
      <Loaded of={exhibits}>
        {(all) => {
          const shown = all.filter((exhibit) => exhibit.withdrawnAt === null);
          if (shown.length === 0) return <p className="b-hint">{t("myPlan.proof.none")}</p>;
          return (
            <ul className="b-lines">
              {shown.map((exhibit) => (
                <Row key={exhibit.id} exhibit={exhibit} onWithdraw={() => setChosen(exhibit)} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <WithdrawSheet exhibit={chosen} onClose={() => setChosen(undefined)} />
    </Card>
  );
}

function Row({ exhibit, onWithdraw }: { readonly exhibit: Exhibit; readonly onWithdraw: () => void }) {
  const { t } = useTranslation();
  const { party } = exhibit;
  const seen = exhibit.audience.includes("platform") ? "seenBoth" : "seenMediator";
  return (
    <li>
      <div className="b-line-head">
        <strong>{exhibit.name}</strong>
        <DateText value={exhibit.createdAt} />
      </div>
      <p className="b-hint">
        {party === "borrower"
          ? t(`myPlan.proof.${seen}`)
          : t("myPlan.proof.fromOther", { party: t(`talk.party.${party}`) })}
      </p>
      <div className="b-row">
        <a className="b-button b-button-quiet b-small" href={`/api/exhibits/${exhibit.id}/file`}>
          {t("myPlan.proof.download")}
        </a>
        {exhibit.abilities.includes("withdraw") && (
          <Button
            tone="quiet"
            className="b-small"
            aria-label={t("myPlan.proof.withdrawOf", { name: exhibit.name })}
            onClick={onWithdraw}
          >
            {t("myPlan.proof.withdraw")}
          </Button>
        )}
      </div>
    </li>
  );
}

interface WithdrawSheetProps {
  readonly exhibit: Exhibit | undefined;
  readonly onClose: () => void;
}

function WithdrawSheet({ exhibit, onClose }: WithdrawSheetProps) {
  const { t } = useTranslation();
  const withdrawing = useSend({
    run: (id: string, key) => withdrawExhibit(id, key),
    done: t("myPlan.proof.withdrawn"),
    onDone: onClose,
  });
  return (
    <Confirm
      open={exhibit !== undefined}
      title={t("myPlan.proof.withdrawTitle", { name: exhibit?.name ?? "" })}
      sure={t("myPlan.proof.withdrawSure")}
      keep={t("myPlan.proof.keep")}
      tone="bad"
      busy={withdrawing.isPending}
      error={withdrawing.error}
      onSure={() => exhibit && withdrawing.mutate(exhibit.id)}
      onClose={onClose}
    >
      <p>{t("myPlan.proof.withdrawText")}</p>
    </Confirm>
  );
}
