import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import { type GoTarget, useGoTargets } from "../../staff/go/targets.ts";
import { channelName } from "./channelText.ts";
import { DESK_KEYS, type DeskKey } from "./RoomDesk.tsx";

interface RoomTargets {
  readonly channels: readonly Channel[];
  readonly party: Party;
  readonly onChannel: (channel: Channel) => void;
  readonly onDesk: (key: DeskKey) => void;
}

/** The channels and panels of this room, for the dialog that goes anywhere. */
export function useRoomTargets({ channels, party, onChannel, onDesk }: RoomTargets): void {
  const { t } = useTranslation();
  const targets = useMemo<readonly GoTarget[]>(
    () => [
      ...channels.map((channel, index) => ({
        key: channel,
        name: channelName(t, channel, party),
        keys: `Alt ${index + 1}`,
        go: () => onChannel(channel),
      })),
      ...DESK_KEYS.map((key) => ({
        key: `desk ${key}`,
        name: t(`room.desk.${key}`),
        go: () => onDesk(key),
      })),
    ],
    [channels, party, onChannel, onDesk, t],
  );
  useGoTargets(targets);
}
