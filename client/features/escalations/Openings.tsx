import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/DateText.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useOpenings } from "./api.ts";

/** Who opened what of the packet, and when. */
export function Openings({ escalationId }: { readonly escalationId: string }) {
  const { t } = useTranslation();
  const openings = useOpenings(escalationId);
  return (
    <Panel title={t("escalations.openings")}>
      <p className="hint">{t("escalations.downloadRecorded")}</p>
      <Loaded of={openings}>
        {(items) =>
          items.length === 0 ? (
            <p>{t("escalations.openingsEmpty")}</p>
          ) : (
            <ul className="openings">
              {items.map((opening) => (
                <li key={opening.id}>
                  <DateText value={opening.at} precision="minute" />
                  <span>{opening.byName}</span>
                  <span>{t(`escalations.what.${opening.what}`)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
