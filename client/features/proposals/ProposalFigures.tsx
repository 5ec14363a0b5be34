import { useTranslation } from "react-i18next";
import type { ProposalView } from "../../../shared/proposals/proposalView.ts";
import { formatFen } from "../../i18n/format.ts";
import { Countdown } from "../../ui/Countdown.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { usePast } from "./usePast.ts";
import "./proposals.css";

/** What a package comes to, and until when it can be answered. */
export function ProposalFigures({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation();
  const { schedule, totals, deadline, status } = proposal;
  const count = schedule.rows.filter((row) => row.kind === "instalment").length;
  const past = usePast(deadline);
  return (
    <dl className="proposal-figures">
      <div>
        <dt>{t("proposals.total")}</dt>
        <dd className="money">{formatFen(totals.totalFen)}</dd>
      </div>
      <div>
        <dt>{t("proposals.peak")}</dt>
        <dd className="money">{formatFen(schedule.peakFen)}</dd>
      </div>
      <div>
        <dt>{t("proposals.count")}</dt>
        <dd className="tabular">{t("proposals.countValue", { count })}</dd>
      </div>
      {deadline !== null && (
        <div className="proposal-deadline">
          <dt>{t("proposals.until")}</dt>
          <dd>
            <DateText value={deadline} precision="minute" />
            {status === "open" && !past && (
              <span className="proposal-left">
                {t("proposals.left")} <Countdown until={deadline} />
              </span>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
