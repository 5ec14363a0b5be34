import { useTranslation } from "react-i18next";
import { useRoomAround } from "./roomAround.ts";

/** Whether the mediator is alone with somebody now, as far as the borrower is told. */
export function CaucusLine() {
  const { t } = useTranslation();
  const { caucus } = useRoomAround().state;
  if (!caucus) return null;
  const platform = t("safety.side.platform");
  if (caucus.side === "platform")
    return <p className="b-talk-apart">{t("safety.caucus.withSide", { side: platform })}</p>;
  return (
    <p className="b-talk-apart">
      <strong>{t("safety.caucus.withYou")}</strong>{" "}
      {t(caucus.announced ? "safety.caucus.toldOther" : "safety.caucus.notToldOther", { other: platform })}
    </p>
  );
}
