import { useEffect } from "react";
import type { Channel } from "../../../shared/journal/events.ts";

const HELP_KEY = "parley.room.helpKey";

/** A single letter as a shortcut can be in the way of speech input, so it can be switched off. */
export function helpKeyEnabled(): boolean {
  try {
    return window.localStorage.getItem(HELP_KEY) !== "off";
  } catch {
    return true;
  }
}

export function enableHelpKey(enabled: boolean): void {
  try {
    if (enabled) window.localStorage.removeItem(HELP_KEY);
    else window.localStorage.setItem(HELP_KEY, "off");
  } catch {
    // Storage forbidden: it stays as it is by default.
  }
}

interface RoomKeys {
  readonly channels: readonly Channel[];
  readonly onChannel: (channel: Channel) => void;
  readonly onHelp: () => void;
}

/** Alt and a figure choose a channel, from wherever the focus is; `?` shows the list of shortcuts. */
export function useRoomKeys({ channels, onChannel, onHelp }: RoomKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (document.querySelector('[role="dialog"], dialog[open]')) return;
      // By place on the keyboard: with Alt held, many layouts type something else than the figure.
      const figure = /^Digit([1-4])$/.exec(event.code)?.[1];
      if (event.altKey && !event.ctrlKey && !event.metaKey && figure !== undefined) {
        const channel = channels[Number(figure) - 1];
        if (channel === undefined) return;
        event.preventDefault();
        onChannel(channel);
      } else if (event.key === "?" && !isWriting(event.target) && helpKeyEnabled()) {
        event.preventDefault();
        onHelp();
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [channels, onChannel, onHelp]);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
