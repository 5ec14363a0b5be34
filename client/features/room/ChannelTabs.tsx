import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import { ChannelIcon } from "./ChannelIcon.tsx";
import { channelName } from "./channelText.ts";

interface ChannelTabsProps {
  readonly channels: readonly Channel[];
  readonly party: Party;
  readonly active: Channel;
  readonly unread: Readonly<Partial<Record<Channel, number>>>;
  readonly onChoose: (channel: Channel) => void;
}

export const PANEL_ID = "room-conversation";

export function tabId(channel: Channel): string {
  return `room-tab-${channel}`;
}

/** The channels this person may read; arrow keys move between them. */
export function ChannelTabs({ channels, party, active, unread, onChoose }: ChannelTabsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = channels[(channels.indexOf(active) + step + channels.length) % channels.length];
    if (next === undefined) return;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
  };
  return (
    <div ref={list} className="channel-tabs" role="tablist" aria-label={t("room.channels")}>
      {channels.map((channel) => {
        const count = unread[channel] ?? 0;
        return (
          <button
            key={channel}
            id={tabId(channel)}
            type="button"
            role="tab"
            aria-selected={channel === active}
            aria-controls={PANEL_ID}
            tabIndex={channel === active ? 0 : -1}
            data-channel={channel}
            onClick={() => onChoose(channel)}
            onKeyDown={move}
          >
            <ChannelIcon channel={channel} />
            <span>{channelName(t, channel, party)}</span>
            {count > 0 && (
              <span className="channel-unread">
                <span aria-hidden>{count > 99 ? "99+" : count}</span>
                <span className="visually-hidden">{t("room.unread", { count })}</span>
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
