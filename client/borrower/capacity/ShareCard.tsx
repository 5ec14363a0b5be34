import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type OwnCapacity, shareCapacity } from "../../features/capacity/api.ts";
import { formatDate, formatFen } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Confirm } from "../ui/Confirm.tsx";
import { useSend } from "../useSend.ts";

/** The one sentence the borrower may let the platform have; asked once more, since it cannot be unsaid. */
export function ShareCard({ own, capacityFen }: { readonly own: OwnCapacity; readonly capacityFen: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const amount = formatFen(capacityFen);
  const { shared } = own;
  const sharing = useSend({
    run: (_: void, key) => shareCapacity(own.caseId, capacityFen, key),
    done: t("myCapacity.sharedDone"),
    onDone: () => setAsking(false),
  });
  return (
    <Card title={t("myCapacity.shareTitle")}>
      {shared !== null && (
        <p className="b-good">
          {t("myCapacity.sharedNow", {
            amount: formatFen(shared.perMonthFen),
            at: formatDate(shared.at, language),
          })}
        </p>
      )}
      {shared?.perMonthFen !== capacityFen && (
        <>
          <p>{t("myCapacity.shareText", { amount })}</p>
          <Button tone="plain" wide onClick={() => setAsking(true)}>
            {t("myCapacity.share", { amount })}
          </Button>
        </>
      )}
      <Confirm
        open={asking}
        title={t("myCapacity.shareTitle")}
        sure={t("myCapacity.shareSure")}
        keep={t("myCapacity.shareKeep")}
        busy={sharing.isPending}
        error={sharing.error}
        onSure={() => sharing.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t("myCapacity.shareText", { amount })}</p>
      </Confirm>
    </Card>
  );
}
