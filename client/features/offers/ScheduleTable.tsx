import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ScheduleResult } from "../../../shared/plans/schedule.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import "./offers.css";

/** Every payment of a schedule; the column of new interest only where there is any. */
export const ScheduleTable = memo(function ScheduleTable({
  schedule,
}: {
  readonly schedule: ScheduleResult;
}) {
  const { t } = useTranslation();
  const { rows, totals } = schedule;
  const bearsInterest = totals.agreedInterestFen > 0;
  const provisional = rows.some((row) => row.dueProvisional);
  return (
    <>
      <table className="schedule-table">
        <caption className="visually-hidden">{t("offers.schedule.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("offers.schedule.no")}</th>
            <th scope="col">{t("offers.schedule.due")}</th>
            {bearsInterest && <th scope="col">{t("offers.schedule.interest")}</th>}
            <th scope="col">{t("offers.schedule.amount")}</th>
            <th scope="col">{t("offers.schedule.balance")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.no}>
              <th scope="row">{row.kind === "down_payment" ? t("offers.schedule.down") : row.no}</th>
              <td>
                <DateText value={row.due} />
                {row.dueProvisional && <span aria-hidden> *</span>}
              </td>
              {bearsInterest && (
                <td>
                  <Money fen={row.interestFen} />
                </td>
              )}
              <td>
                <Money fen={row.totalFen} />
              </td>
              <td>
                <Money fen={row.balanceFen} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("offers.schedule.total")}
            </th>
            {bearsInterest && (
              <td>
                <Money fen={totals.agreedInterestFen} />
              </td>
            )}
            <td>
              <Money fen={totals.totalFen} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      {provisional && <p className="offer-hint">* {t("offers.schedule.provisional")}</p>}
    </>
  );
});
