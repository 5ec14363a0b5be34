import { Column, Entity, PrimaryColumn } from "typeorm";
import type { WebhookEvent } from "../../shared/deliveries/eventTypes.ts";
import type { EndpointStatus } from "../../shared/deliveries/lifecycle.ts";

/** Where a platform's system wants to be told. Its secrets are kept sealed and shown only once. */
@Entity({ name: "webhook_endpoint" })
export class WebhookEndpoint {
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "uuid", name: "platform_id" }) platformId!: string;
  @Column({ type: "text" }) url!: string;
  @Column({ type: "text" }) description!: string;
  @Column({ type: "text", array: true, name: "event_types" }) eventTypes!: WebhookEvent[];
  @Column({ type: "text" }) status!: EndpointStatus;
  @Column({ type: "text" }) secret!: string;
  @Column({ type: "text", name: "previous_secret", nullable: true }) previousSecret!: string | null;
  @Column({ type: "timestamptz", name: "previous_until", nullable: true }) previousUntil!: Date | null;
  @Column({ type: "uuid", name: "created_by" }) createdBy!: string;
  @Column({ type: "timestamptz", name: "created_at" }) createdAt!: Date;
  @Column({ type: "int", default: 1 }) version!: number;
}
