import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Party } from "../../shared/journal/audience.ts";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import type {
  AdjournReason,
  CancelReason,
  SessionPhase,
  SessionStatus,
} from "../../shared/sessions/lifecycle.ts";

/** One live meeting of a case, from the times offered for it to its end. */
@Entity({ name: "mediation_session" })
export class MediationSession {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "case_id" }) caseId!: string;
  @Column({ type: "int" }) number!: number;
  @Column({ type: "text" }) status!: SessionStatus;
  @Column({ type: "timestamptz", array: true }) times!: Date[];
  @Column({ type: "int" }) minutes!: number;
  @Column({ type: "timestamptz", name: "starts_at", nullable: true }) startsAt!: Date | null;
  /** Counts the calendar entries sent for it. */
  @Column({ type: "int", default: 0 }) sequence!: number;
  @Column({ type: "text", nullable: true }) phase!: SessionPhase | null;
  @Column({ type: "timestamptz", name: "started_at", nullable: true }) startedAt!: Date | null;
  @Column({ type: "timestamptz", name: "running_since", nullable: true }) runningSince!: Date | null;
  /** Before `runningSince`, without adjournments. */
  @Column({ type: "int", name: "elapsed_seconds", default: 0 }) elapsedSeconds!: number;
  @Column({ type: "timestamptz", name: "planned_end", nullable: true }) plannedEnd!: Date | null;
  @Column({ type: "timestamptz", name: "resumes_at", nullable: true }) resumesAt!: Date | null;
  @Column({ type: "timestamptz", name: "ended_at", nullable: true }) endedAt!: Date | null;
  /** Why it was adjourned last, or cancelled. */
  @Column({ type: "text", nullable: true }) reason!: AdjournReason | CancelReason | null;
  @Column({ type: "timestamptz", name: "confirmed_at", nullable: true }) confirmedAt!: Date | null;
  @Column({ type: "uuid", array: true, name: "confirmed_present", nullable: true }) confirmedPresent!:
    string[] | null;
  @Column({ type: "timestamptz", name: "day_reminder_at", nullable: true }) dayReminderAt!: Date | null;
  @Column({ type: "timestamptz", name: "hour_reminder_at", nullable: true }) hourReminderAt!: Date | null;
  @Column({ type: "uuid", name: "created_by" }) createdBy!: string;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  /** Moves by what the mediator does and by the clock, never by a tick: a tick is its side's own. */
  @Column({ type: "int", default: 1 }) version!: number;
}

/** Which of the offered times suit one side. */
@Entity({ name: "session_tick" })
export class SessionTick {
  @PrimaryColumn({ type: "uuid", name: "session_id" }) sessionId!: string;
  @PrimaryColumn({ type: "text" }) party!: OfferSide;
  @Column({ type: "timestamptz", array: true }) times!: Date[];
  @Column({ type: "text", name: "ticked_by_name" }) tickedByName!: string;
  @Column({ type: "timestamptz", name: "ticked_at" }) tickedAt!: Date;
}

/** One stay of a member in a running session. `seenAt` is renewed by the process where they sit. */
@Entity({ name: "session_attendance" })
export class SessionStay {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "session_id" }) sessionId!: string;
  @Column({ type: "uuid", name: "member_id" }) memberId!: string;
  @Column({ type: "text" }) party!: Party;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "timestamptz", name: "joined_at" }) joinedAt!: Date;
  @Column({ type: "timestamptz", name: "seen_at" }) seenAt!: Date;
  @Column({ type: "timestamptz", name: "left_at", nullable: true }) leftAt!: Date | null;
}
