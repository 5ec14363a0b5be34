import type { outbox as zh } from "./outbox.zh.ts";
import type { Translation } from "./translation.ts";

export const outbox: Translation<typeof zh> = {
  kind: {
    invitation: "Invitation",
    one_time_code: "One-time code",
    room: "Room open",
    signing: "To be signed",
    sealed: "Agreement in force",
    terminated: "Mediation ended",
    reminder: "Reminder",
    agreement_changed: "Agreement changed",
    completed: "Certificate of completion",
    session_times: "Times for a session",
    session_invitation: "Session invitation",
    session_cancelled: "Session cancelled",
    session_reminder: "Session reminder",
    confirmation_due: "Time to apply to court",
  },
  title: "Outbox",
  intro:
    "No text-message or mail gateway is connected, so notices stay here for the staff to pass on. With a gateway they are sent by themselves.",
  empty: "There are no notices",
  emptyText: "Invitations and codes appear here once they are issued.",
  filter: "Filter by kind",
  allKinds: "All kinds",
  to: "To",
  copyText: "Copy the text",
  copyLink: "Copy the link",
  calendar: "Download calendar file (.ics)",
  showQr: "Show the QR code",
  qrAlt: "QR code of the link",
  status: {
    waiting: "Waiting for permitted hours",
    ready: "To be passed on",
    sent: "Sent",
    failed: "Not delivered",
    cancelled: "Cancelled",
  },
  notBefore: "May be sent after {{time}}",
  channel: { sms: "Text message", email: "Email", post: "Post" },
};
