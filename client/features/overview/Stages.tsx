import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { roleMay } from "../../../shared/api/permissions.ts";
import { CASE_STAGES } from "../../../shared/cases/lifecycle.ts";
import { useMe } from "../../api/me.ts";
import type { Overview } from "./api.ts";

/** Cases by stage; each name leads to its list where this role has one. */
export function Stages({ byStage }: { readonly byStage: Overview["byStage"] }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const lists = me ? roleMay(me.role, "case:list") : false;
  const filled = CASE_STAGES.filter((stage) => (byStage[stage] ?? 0) > 0);
  if (filled.length === 0) return <p className="hint">{t("overview.noCases")}</p>;
  const most = Math.max(...filled.map((stage) => byStage[stage] ?? 0));
  return (
    <ul className="bars">
      {filled.map((stage) => {
        const count = byStage[stage] ?? 0;
        return (
          <li key={stage}>
            <span className="bar-name">
              {lists ? <Link to={`/cases?stage=${stage}`}>{t(`stage.${stage}`)}</Link> : t(`stage.${stage}`)}
            </span>
            <span className="bar-count tabular">{count}</span>
            <span className="bar bar-quiet" aria-hidden="true">
              <span style={{ width: `${(100 * count) / most}%` }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
