import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tables that know no domain: sign-in sessions, idempotency receipts, rate limits, stored files. */
export class Platform20261121090000 implements MigrationInterface {
  name = "Platform20261121090000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        sid varchar PRIMARY KEY,
        sess json NOT NULL,
        expire timestamptz NOT NULL
      );
      CREATE INDEX session_expire ON session (expire);

      CREATE TABLE receipt (
        actor text NOT NULL,
        key text NOT NULL,
        fingerprint text NOT NULL,
        status int,
        answer jsonb,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor, key)
      );
      CREATE INDEX receipt_at ON receipt (at);

      CREATE TABLE rate_limit (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );

      CREATE TABLE stored_file (
        sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        bytes bigint NOT NULL,
        mime text NOT NULL,
        created_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE stored_file, rate_limit, receipt, session`);
  }
}
