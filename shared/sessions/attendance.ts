import type { Party } from "../journal/audience.ts";

/** How long one member was in a session while it was running. */
export type Attended = { memberId: string; party: Party; name: string; seconds: number };

/** What the mediator confirms of it. `seconds` is what was recorded and is never changed. */
export type ConfirmedAttendance = Attended & { present: boolean };
