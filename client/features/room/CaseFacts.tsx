import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { COMPONENTS } from "../../../shared/plans/statement.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import type { CaseFile } from "../cases/types.ts";

/** What one needs to know of the case while talking about it. */
export function CaseFacts({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const { statement, debts, abilities } = file;
  const amounts = COMPONENTS.map((component) => ({ component, fen: statement.totals[`${component}Fen`] }));
  const overdue = debts.flatMap((debt) => debt.overdueSince ?? []).toSorted()[0];
  const disputed = statement.lines.filter((line) => line.standing?.state === "contested").length;
  const manages = abilities.some((ability) => ["pause", "resume", "terminate"].includes(ability));
  return (
    <section className="room-facts" aria-labelledby="room-facts-title">
      <h2 id="room-facts-title">{t("room.facts.title")}</h2>
      <p className="facts-total">
        <span>{t("room.facts.total")}</span>
        <Money fen={statement.totals.totalFen} strong />
      </p>
      <dl>
        {amounts
          .filter(({ fen }) => fen > 0)
          .map(({ component, fen }) => (
            <div key={component}>
              <dt>{t(`words.component.${component}`)}</dt>
              <dd>
                <Money fen={fen} />
              </dd>
            </div>
          ))}
      </dl>
      <dl className="facts-dates">
        <div>
          <dt>{t("room.facts.debts", { count: debts.length })}</dt>
          <dd>
            {t("room.facts.asOf")} <DateText value={statement.asOf} />
          </dd>
        </div>
        {overdue !== undefined && (
          <div>
            <dt>{t("room.facts.overdueSince")}</dt>
            <dd>
              <DateText value={overdue} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t("room.facts.stageSince")}</dt>
          <dd>
            <DateText value={file.stageSince} />
          </dd>
        </div>
      </dl>
      {disputed > 0 && <p className="facts-disputed">{t("room.facts.disputed", { count: disputed })}</p>}
      <Link to={`/cases/${file.id}`}>{t(manages ? "room.facts.manage" : "room.facts.open")}</Link>
    </section>
  );
}
