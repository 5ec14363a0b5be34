import { useTranslation } from "react-i18next";
import type { RoomStatus } from "../../realtime/room.ts";

/** Whether what is shown is live. */
export function LineState({ status }: { readonly status: RoomStatus }) {
  const { t } = useTranslation();
  if (status === "removed" || status === "refused") return null;
  return (
    <output className={`line-state line-${status}`}>
      <span className={status === "live" ? "presence presence-online" : "presence"} aria-hidden />
      {t(`room.line.${status}`)}
    </output>
  );
}
