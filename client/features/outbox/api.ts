import { usePages } from "../../api/pages.ts";
import type { NoticeKind } from "../../../shared/outreach/noticeText.ts";

export type NoticeStatus = "waiting" | "ready" | "sent" | "failed" | "cancelled";

export interface Notice {
  readonly id: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly kind: NoticeKind;
  readonly channel: "sms" | "email" | "post";
  readonly recipient: string;
  readonly recipientName: string;
  readonly body: string;
  readonly link: string | null;
  /** A calendar entry (.ics) that goes with a mail. */
  readonly calendar: string | null;
  /** The link as a picture, as a data address. */
  readonly qr?: string | null;
  readonly status: NoticeStatus;
  readonly notBefore: string;
  readonly createdAt: string;
}

export function useOutbox(kind: NoticeKind | undefined) {
  return usePages<Notice>(["outbox"], "/api/outbox", { kind });
}
