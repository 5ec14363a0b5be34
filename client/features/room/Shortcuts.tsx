import { Checkbox, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import { channelName } from "./channelText.ts";
import { enableHelpKey, helpKeyEnabled } from "./useRoomKeys.ts";

interface ShortcutsProps {
  readonly open: boolean;
  readonly channels: readonly Channel[];
  readonly party: Party;
  readonly onClose: () => void;
}

/** Every key that does something in the room. */
export function Shortcuts({ open, channels, party, onClose }: ShortcutsProps) {
  const { t } = useTranslation();
  const [enabled, setEnabled] = useState(helpKeyEnabled);
  const keys = [
    ...channels.map((channel, index) => ({
      keys: `Alt + ${index + 1}`,
      does: t("room.keys.channel", { n: index + 1, channel: channelName(t, channel, party) }),
    })),
    { keys: "Ctrl / ⌘ + Enter", does: t("room.keys.send") },
    { keys: "Ctrl / ⌘ + K", does: t("room.keys.go") },
    { keys: "Esc", does: t("room.keys.close") },
    { keys: "?", does: t("room.keys.help") },
  ];
  return (
    <Modal open={open} onCancel={onClose} title={t("room.keys.title")} footer={null}>
      <dl className="shortcut-list">
        {keys.map(({ keys: combination, does }) => (
          <div key={combination}>
            <dt>
              <kbd>{combination}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        checked={enabled}
        onChange={({ target }) => {
          enableHelpKey(target.checked);
          setEnabled(target.checked);
        }}
      >
        {t("room.keys.enabled")}
      </Checkbox>
    </Modal>
  );
}
