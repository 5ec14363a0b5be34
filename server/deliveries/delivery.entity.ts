import { Column, Entity, PrimaryColumn } from "typeorm";
import type { MessageType } from "../../shared/deliveries/eventTypes.ts";
import type { AttemptOutcome, DeliveryStatus } from "../../shared/deliveries/lifecycle.ts";

/** One message to one endpoint: the exact body that is signed, and how far it got. */
@Entity({ name: "webhook_delivery" })
export class WebhookDelivery {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "endpoint_id" }) endpointId!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  @Column({ type: "uuid", name: "event_id" }) eventId!: string;
  @Column({ type: "text" }) type!: MessageType;
  @Column({ type: "text", name: "case_number", nullable: true }) caseNumber!: string | null;
  @Column({ type: "text" }) body!: string;
  @Column({ type: "text" }) status!: DeliveryStatus;
  @Column({ type: "int", default: 0 }) attempts!: number;
  @Column({ type: "int", name: "tries_left" }) triesLeft!: number;
  @Column({ type: "timestamptz", name: "next_attempt_at", nullable: true }) nextAttemptAt!: Date | null;
  @Column({ type: "timestamptz", name: "claimed_until", nullable: true }) claimedUntil!: Date | null;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "timestamptz", name: "delivered_at", nullable: true }) deliveredAt!: Date | null;
}

@Entity({ name: "webhook_attempt" })
export class WebhookAttempt {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "delivery_id" }) deliveryId!: string;
  @Column({ type: "int" }) number!: number;
  @Column({ type: "timestamptz", name: "started_at" }) startedAt!: Date;
  @Column({ type: "int", name: "duration_ms" }) durationMs!: number;
  @Column({ type: "text" }) outcome!: AttemptOutcome;
  @Column({ type: "int", nullable: true }) status!: number | null;
  /** The beginning of what was answered. */
  @Column({ type: "text", nullable: true }) response!: string | null;
}
