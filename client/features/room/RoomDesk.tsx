import { Tabs } from "antd";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { CaseStage } from "../../../shared/cases/lifecycle.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import { FactsPanel } from "../facts/FactsPanel.tsx";
import { MinutesPanel } from "../minutes/MinutesPanel.tsx";
import { OfferBoard } from "../offers/OfferBoard.tsx";
import { ProposalPanel } from "../proposals/ProposalPanel.tsx";
import { SessionPanel } from "../sessions/SessionPanel.tsx";

export interface DeskPanel {
  readonly caseId: string;
  readonly party: Party;
  readonly stage: CaseStage;
  readonly paused: boolean;
}

/** A text under `room.desk`. */
export type DeskKey = "sessions" | "offers" | "facts" | "minutes";

/** What lies beside the conversation, one thing at a time. */
const PANELS: readonly { readonly key: DeskKey; readonly panel: ComponentType<DeskPanel> }[] = [
  { key: "offers", panel: Offers },
  { key: "sessions", panel: SessionPanel },
  { key: "facts", panel: FactsPanel },
  { key: "minutes", panel: MinutesPanel },
];

export const DESK_KEYS: readonly DeskKey[] = PANELS.map(({ key }) => key);

interface RoomDeskProps extends DeskPanel {
  readonly open: DeskKey;
  readonly onOpen: (key: DeskKey) => void;
}

/** The right side of the cockpit. */
export function RoomDesk({ open, onOpen, ...props }: RoomDeskProps) {
  const { t } = useTranslation();
  return (
    <Tabs
      className="room-desk"
      size="small"
      activeKey={open}
      onChange={(key) => onOpen(DESK_KEYS.find((each) => each === key) ?? "offers")}
      items={PANELS.map(({ key, panel: Content }) => ({
        key,
        label: t(`room.desk.${key}`),
        children: <Content {...props} />,
      }))}
    />
  );
}

function Offers(props: DeskPanel) {
  return (
    <>
      <ProposalPanel {...props} />
      <OfferBoard {...props} />
    </>
  );
}
