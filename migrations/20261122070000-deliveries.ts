import type { MigrationInterface, QueryRunner } from "typeorm";

/** Platforms' systems: their keys, and what is pushed to them. */
export class Deliveries20261122070000 implements MigrationInterface {
  name = "Deliveries20261122070000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE staff DROP CONSTRAINT staff_role_check;
      ALTER TABLE staff ADD CONSTRAINT staff_role_check CHECK (role IN
        ('platform_agent', 'platform_approver', 'platform_system', 'mediator', 'lawyer', 'centre_admin'));

      CREATE TABLE api_key (
        id uuid PRIMARY KEY,
        platform_id uuid NOT NULL REFERENCES organisation,
        staff_id uuid NOT NULL UNIQUE REFERENCES staff,
        name text NOT NULL,
        hint text NOT NULL,
        key_hash text NOT NULL UNIQUE,
        scopes text[] NOT NULL,
        created_by uuid NOT NULL REFERENCES staff,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        revoked_by uuid REFERENCES staff
      );
      CREATE INDEX api_key_platform ON api_key (platform_id, created_at DESC);

      CREATE TABLE webhook_endpoint (
        id uuid PRIMARY KEY,
        platform_id uuid NOT NULL REFERENCES organisation,
        url text NOT NULL,
        description text NOT NULL,
        event_types text[] NOT NULL,
        status text NOT NULL CHECK (status IN ('active', 'paused', 'gone', 'removed')),
        secret text NOT NULL,
        previous_secret text,
        previous_until timestamptz,
        created_by uuid NOT NULL REFERENCES staff,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
      );
      CREATE INDEX webhook_endpoint_platform ON webhook_endpoint (platform_id, created_at);

      CREATE TABLE webhook_delivery (
        id uuid PRIMARY KEY,
        endpoint_id uuid NOT NULL REFERENCES webhook_endpoint,
        platform_id uuid NOT NULL REFERENCES organisation,
        event_id uuid NOT NULL,
        type text NOT NULL,
        case_number text,
        body text NOT NULL,
        status text NOT NULL CHECK (status IN ('pending', 'delivered', 'failed')),
        attempts int NOT NULL DEFAULT 0,
        tries_left int NOT NULL,
        next_attempt_at timestamptz,
        claimed_until timestamptz,
        created_at timestamptz NOT NULL,
        delivered_at timestamptz,
        UNIQUE (endpoint_id, event_id),
        CHECK ((status = 'pending') = (next_attempt_at IS NOT NULL))
      );
      CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt_at) WHERE status = 'pending';
      CREATE INDEX webhook_delivery_log ON webhook_delivery (platform_id, created_at DESC, id DESC);

      CREATE TABLE webhook_attempt (
        id uuid PRIMARY KEY,
        delivery_id uuid NOT NULL REFERENCES webhook_delivery,
        number int NOT NULL,
        started_at timestamptz NOT NULL,
        duration_ms int NOT NULL,
        outcome text NOT NULL,
        status int,
        response text,
        UNIQUE (delivery_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE webhook_attempt, webhook_delivery, webhook_endpoint, api_key;
      -- What a system did stays under its name; nobody can come as it any more.
      UPDATE staff SET role = 'platform_agent', disabled_at = coalesce(disabled_at, now())
        WHERE role = 'platform_system';
      ALTER TABLE staff DROP CONSTRAINT staff_role_check;
      ALTER TABLE staff ADD CONSTRAINT staff_role_check CHECK (role IN
        ('platform_agent', 'platform_approver', 'mediator', 'lawyer', 'centre_admin'));
    `);
  }
}
