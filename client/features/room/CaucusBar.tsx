import { LockOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Channel } from "../../../shared/journal/events.ts";
import { CAUCUS_SIDES, type CaucusSide } from "../../../shared/rooms/caucus.ts";
import { CAUCUS_CHANNEL } from "../../../shared/rooms/passing.ts";
import { useCommand } from "../../api/useCommand.ts";
import { useRoomAround } from "./roomAround.ts";
import { type RoomStep, takeStep } from "./safetyApi.ts";

const OTHER: Record<CaucusSide, CaucusSide> = { borrower: "platform", platform: "borrower" };

/** Whether the mediator is alone with one side now, and who has been told; the mediator begins and ends it here. */
export function CaucusBar({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation();
  const { caseId, party, state, talking } = useRoomAround();
  const begin = useCommand<RoomStep>({
    run: (step, key) => takeStep(caseId, step, key),
    done: t("safety.caucus.begun"),
  });
  const end = useCommand<RoomStep>({
    run: (step, key) => takeStep(caseId, step, key),
    done: t("safety.caucus.ended"),
  });
  const { caucus } = state;
  const here = CAUCUS_SIDES.find((side) => CAUCUS_CHANNEL[side] === channel);
  if (caucus) {
    const side = t(`safety.side.${caucus.side}`);
    const other = t(`safety.side.${OTHER[caucus.side]}`);
    return (
      <section className="caucus-bar caucus-on" aria-label={t("safety.caucus.withSide", { side })}>
        <LockOutlined aria-hidden />
        <span>
          <strong>
            {caucus.side === party ? t("safety.caucus.withYou") : t("safety.caucus.withSide", { side })}
          </strong>{" "}
          <span>{toldText()}</span>
        </span>
        {party === "mediator" && (
          <Button size="small" loading={end.isPending} onClick={() => end.mutate({ do: "endCaucus" })}>
            {t("safety.caucus.end")}
          </Button>
        )}
      </section>
    );
    function toldText(): string {
      if (caucus?.side === party)
        return t(caucus.announced ? "safety.caucus.toldOther" : "safety.caucus.notToldOther", { other });
      return caucus?.announced ? t("safety.caucus.announced") : t("safety.caucus.unannounced", { other });
    }
  }
  if (party !== "mediator" || here === undefined || !talking) return null;
  const side = t(`safety.side.${here}`);
  return (
    <section className="caucus-bar" aria-label={t("safety.caucus.start", { side })}>
      <span>{t("safety.caucus.start", { side })}</span>
      <Button
        size="small"
        loading={begin.isPending}
        onClick={() => begin.mutate({ do: "beginCaucus", side: here, announced: true })}
      >
        {t("safety.caucus.beginAnnounced")}
      </Button>
      <Button
        size="small"
        loading={begin.isPending}
        onClick={() => begin.mutate({ do: "beginCaucus", side: here, announced: false })}
      >
        {t("safety.caucus.beginQuietly")}
      </Button>
    </section>
  );
}
