import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";

/** Every payment of a schedule, folded away until somebody asks. */
export function ScheduleTable({
  schedule,
  open = false,
}: {
  readonly schedule: ScheduleResult;
  readonly open?: boolean;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(open);
  return (
    <details className="b-details" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{t("myOffers.schedule")}</summary>
      {shown && <Rows schedule={schedule} />}
    </details>
  );
}

/** Drawn when somebody looks: sixty rows are most of the work of a screen that follows a slider. */
const Rows = memo(function Rows({ schedule }: { readonly schedule: ScheduleResult }) {
  const { t } = useTranslation();
  return (
    <>
      <table className="b-table">
        <caption className="visually-hidden">{t("myOffers.scheduleTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("myOffers.no")}</th>
            <th scope="col">{t("myOffers.due")}</th>
            <th scope="col" className="b-right">
              {t("myOffers.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {schedule.rows.map((row) => (
            <tr key={row.no}>
              <th scope="row">{row.kind === "down_payment" ? t("myOffers.downRow") : row.no}</th>
              <td>
                <DateText value={row.due} />
              </td>
              <td className="b-right">
                <Money fen={row.totalFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {schedule.rows.some((row) => row.dueProvisional) && (
        <p className="b-hint">{t("myOffers.provisional")}</p>
      )}
    </>
  );
});
