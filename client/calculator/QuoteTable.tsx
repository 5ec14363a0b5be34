import { useTranslation } from "react-i18next";
import type { QuoteRow } from "../../shared/plans/quote.ts";
import { DateText } from "../ui/DateText.tsx";
import { Money } from "../ui/Money.tsx";

/** Every payment; on a phone the split into principal and interest gives way to what is to be paid. */
export function QuoteTable({ rows }: { readonly rows: readonly QuoteRow[] }) {
  const { t } = useTranslation();
  return (
    <table className="b-table calculator-table">
      <caption className="visually-hidden">{t("calculator.schedule")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("calculator.no")}</th>
          <th scope="col">{t("calculator.due")}</th>
          <th scope="col" className="b-right wide-only">
            {t("calculator.principalPart")}
          </th>
          <th scope="col" className="b-right wide-only">
            {t("calculator.interestPart")}
          </th>
          <th scope="col" className="b-right">
            {t("calculator.amount")}
          </th>
          <th scope="col" className="b-right">
            {t("calculator.balance")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.no}>
            <th scope="row">{row.no === 0 ? t("calculator.downRow") : row.no}</th>
            <td>
              <DateText value={row.due} />
            </td>
            <td className="b-right wide-only">
              <Money fen={row.principalFen} />
            </td>
            <td className="b-right wide-only">
              <Money fen={row.interestFen} />
            </td>
            <td className="b-right">
              <Money fen={row.totalFen} />
            </td>
            <td className="b-right">
              <Money fen={row.balanceFen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
