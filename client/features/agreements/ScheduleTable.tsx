import { useTranslation } from "react-i18next";
import type { ScheduleResult, ScheduleRow } from "../../../shared/plans/schedule.ts";
import { sumFen } from "../../../shared/money/fen.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";

/** The instalments as they follow from the terms. */
export function ScheduleTable({ schedule }: { readonly schedule: ScheduleResult }) {
  const { t } = useTranslation();
  const { rows } = schedule;
  const bearsInterest = schedule.totals.agreedInterestFen > 0;
  const columns: readonly Column<ScheduleRow>[] = [
    {
      key: "no",
      title: t("agreements.no"),
      leads: true,
      render: (row) =>
        row.kind === "down_payment" ? t("agreements.downPayment") : <span className="tabular">{row.no}</span>,
    },
    {
      key: "due",
      title: t("agreements.due"),
      render: (row) => (
        <span>
          <DateText value={row.due} />
          {row.dueProvisional && <span className="faint">{t("agreements.provisionalMark")}</span>}
        </span>
      ),
    },
    {
      key: "principal",
      title: t("agreements.principalPart"),
      align: "right",
      render: (row) => <Money fen={row.principalFen} />,
    },
    ...(bearsInterest
      ? [
          {
            key: "interest",
            title: t("agreements.interestPart"),
            align: "right",
            render: (row: ScheduleRow) => <Money fen={row.interestFen} />,
          } as const,
        ]
      : []),
    {
      key: "total",
      title: t("agreements.payable"),
      align: "right",
      render: (row) => <Money fen={row.totalFen} strong />,
    },
    {
      key: "balance",
      title: t("agreements.balance"),
      align: "right",
      render: (row) => <Money fen={row.balanceFen} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={t("agreements.schedule")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.no)}
        foot={
          <tr>
            <th scope="row" colSpan={2}>
              {t("words.total")}
            </th>
            <td className="right" data-label={t("agreements.principalPart")}>
              <Money fen={sumFen(rows.map((row) => row.principalFen))} />
            </td>
            {bearsInterest && (
              <td className="right" data-label={t("agreements.interestPart")}>
                <Money fen={schedule.totals.agreedInterestFen} />
              </td>
            )}
            <td className="right" data-label={t("agreements.payable")}>
              <Money fen={schedule.totals.totalFen} strong />
            </td>
            <td />
          </tr>
        }
      />
      {rows.some((row) => row.dueProvisional) && <p className="table-note">{t("agreements.provisional")}</p>}
    </>
  );
}
