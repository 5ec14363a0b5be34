import type { QueueItem } from "./api.ts";

/** Where the one next step of a queue row is taken; while others are waited for, the file says how things stand. */
export function destinationOf({ action, caseId, why, urgency }: QueueItem): string {
  const file = `/cases/${caseId}`;
  if (urgency === "waiting" && action !== "declare_conflict") return file;
  switch (action) {
    case "declare_conflict":
      return "/appointments";
    case "approve_offer":
    case "approve_acceptance":
      return "/approvals";
    case "tick_times":
    case "fix_session":
    case "join_session":
    case "reply_message":
    case "answer_offer":
    case "put_offer":
      return `${file}/room`;
    case "answer_report":
      return `${file}?tab=timeline`;
    case "review_agreement":
    case "sign":
    case "seal":
    case "check_breach":
      return `${file}?tab=agreement`;
    case "confirm_agreement":
      return `${file}?tab=confirmation`;
    case "request_escalation":
    case "retry_packet":
      return `${file}?tab=exhibits`;
    case "file_packet":
      return `/escalations/${why.params["escalationId"] ?? ""}`;
    case "accept_case":
    case "appoint":
    case "chase_borrower":
    case "open_offers":
    case "respond":
    case "resume":
      return file;
  }
}

/** Whether this person can open the case file: a lawyer has the packet only, a proposed mediator not yet. */
export function opensFile({ action }: Pick<QueueItem, "action">): boolean {
  return action !== "file_packet" && action !== "declare_conflict";
}
