import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import { useMay } from "../../borrower/session.ts";
import { formatFen } from "../../i18n/format.ts";
import type { CaseFile } from "./types.ts";

type TileName =
  | "debt"
  | "talk"
  | "facts"
  | "offers"
  | "agreement"
  | "plan"
  | "capacity"
  | "proof"
  | "representatives"
  | "help";

const PATHS: Record<TileName, string> = {
  debt: "/case/debt",
  talk: "/case/talk",
  facts: "/case/facts",
  offers: "/case/offers",
  agreement: "/case/agreement",
  plan: "/case/plan",
  capacity: "/case/capacity",
  proof: "/case/proof",
  representatives: "/case/representatives",
  help: "/case/help",
};

const SIGNS: Record<TileName, string> = {
  debt: "M6 3.500h12v17l-3-2-3 2-3-2-3 2zM9 8.500h6M9 12.500h6",
  talk: "M4 5.500h16v11H11l-4.500 3.500v-3.500H4z",
  facts: "M5 6.500l1.500 1.500L9 5.500M5 12.500l1.500 1.500L9 11.500M12 7h7M12 13h7M5.500 18.500h13.500",
  offers: "M4 7.500h11m-3-3.500l3.500 3.500L12 11M20 16.500H9m3-3.500l-3.500 3.500L12 20",
  agreement: "M6 3.500h8.500L18 7v13.500H6zM9 11.500h6M9 15h3.500",
  plan: "M4.500 6h15v14h-15zM4.500 10.500h15M8.500 3.500v4M15.500 3.500v4",
  capacity: "M6 3.500h12v17H6zM9 7.500h6M9 12v.01M12 12v.01M15 12v.01M9 16v.01M12 16v.01M15 16v.01",
  proof: "M12 16V5m-4.500 4L12 4.500 16.500 9M5 15v5h14v-5",
  representatives:
    "M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 19.500c.500-3.500 3-5.500 6.500-5.500s6 2 6.500 5.500M16 11.500a3 3 0 1 0-1-5.800M17.500 14.300c2.300.500 3.600 2.300 4 5.200",
  help: "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.300-1 .8-1 1.700m0 3v.01",
};

/** The ways a stage opens, in the order they usually matter. */
const TILES: Record<CaseStage, readonly TileName[]> = {
  intake: ["debt", "help"],
  invited: ["debt", "proof", "representatives", "help"],
  preparing: ["debt", "capacity", "talk", "facts", "proof", "representatives", "help"],
  negotiating: ["offers", "talk", "facts", "debt", "capacity", "proof", "representatives", "help"],
  signing: ["agreement", "talk", "facts", "offers", "debt", "representatives", "help"],
  performing: ["plan", "agreement", "talk", "debt", "capacity", "proof", "representatives", "help"],
  breached: ["plan", "agreement", "talk", "capacity", "debt", "proof", "representatives", "help"],
  terminated: ["debt", "facts", "talk"],
  escalated: ["debt", "talk"],
  completed: ["plan", "agreement", "talk", "debt"],
  closed: ["debt"],
};

export function BorrowerTiles({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const total = formatFen(file.statement.totals.totalFen);
  const { borrowerConsented, platformConsented } = file.participation;
  const mayReport = useMay("case:respond");
  const hadRoom = borrowerConsented && platformConsented;
  return (
    <nav aria-label={t("myCase.allTitle")}>
      <ul className="b-tiles">
        {TILES[file.stage]
          .filter((name) => (name !== "talk" && name !== "facts") || hadRoom)
          .filter((name) => name !== "help" || mayReport)
          .map((name) => (
            <li key={name}>
              <Link to={PATHS[name]} className="b-tile">
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d={SIGNS[name]} />
                </svg>
                <span>
                  <strong>{t(`myCase.tile.${name}`)}</strong>
                  <small>{t(`myCase.tile.${name}Text`, { total, count: file.debts.length })}</small>
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
