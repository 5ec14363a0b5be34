import { EditOutlined, LockOutlined, TeamOutlined } from "@ant-design/icons";
import type { Channel } from "../../../shared/journal/events.ts";

/** People for everyone, a lock for a caucus, a pen for notes. */
export function ChannelIcon({ channel }: { readonly channel: Channel }) {
  if (channel === "joint") return <TeamOutlined aria-hidden />;
  if (channel === "mediator_notes") return <EditOutlined aria-hidden />;
  return <LockOutlined aria-hidden />;
}
