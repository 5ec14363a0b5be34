import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import type { LocalDate } from "../../../shared/calendar/localDate.ts";
import { type OfferFacts, OfferTable } from "./OfferTable.tsx";
import { SchedulePanel } from "./SchedulePanel.tsx";

interface PlanDrawerProps {
  readonly title: string;
  /** Null while nothing is shown. */
  readonly facts: OfferFacts | null;
  readonly note: string | null;
  readonly start: LocalDate;
  readonly onClose: () => void;
}

/** Terms in full: every figure and every payment. */
export function PlanDrawer({ title, facts, note, start, onClose }: PlanDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={facts !== null}
      onClose={onClose}
      size={560}
      rootClassName="offer-drawer"
      title={title}
      destroyOnHidden
    >
      {facts && (
        // It scrolls, so the keyboard has to reach it.
        <section className="offer-detail" tabIndex={0} aria-label={title}>
          <OfferTable
            caption={title}
            columns={[{ key: "terms", head: title, facts }]}
            foot={[{ label: t("offers.note"), cells: [note ?? t("offers.noNote")] }]}
          />
          <SchedulePanel schedule={facts.schedule} start={start} name={title} />
        </section>
      )}
    </Drawer>
  );
}
