import type { MigrationInterface, QueryRunner } from "typeorm";

/** The centre, platforms and law firms, their staff, and each platform's limits on concessions. */
export class Organisations20261121091000 implements MigrationInterface {
  name = "Organisations20261121091000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('centre', 'platform', 'law_firm')),
        name text NOT NULL,
        name_en text NOT NULL,
        registration_number text NOT NULL,
        phone text NOT NULL,
        address text NOT NULL,
        payee_account jsonb,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX one_centre ON organisation (kind) WHERE kind = 'centre';

      CREATE TABLE staff (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisation,
        role text NOT NULL CHECK (role IN
          ('platform_agent', 'platform_approver', 'mediator', 'lawyer', 'centre_admin')),
        username text NOT NULL,
        name text NOT NULL,
        name_en text NOT NULL,
        phone text NOT NULL,
        password_hash text NOT NULL,
        password_changed_at timestamptz NOT NULL,
        session_epoch int NOT NULL DEFAULT 0,
        verification_code text UNIQUE,
        accepting_cases boolean NOT NULL DEFAULT true,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX staff_username ON staff (lower(username));
      CREATE INDEX staff_organisation ON staff (organisation_id);

      CREATE TABLE platform_policy (
        id uuid PRIMARY KEY,
        platform_id uuid NOT NULL REFERENCES organisation,
        version int NOT NULL,
        limits jsonb NOT NULL,
        set_by uuid REFERENCES staff,
        created_at timestamptz NOT NULL,
        UNIQUE (platform_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE platform_policy, staff, organisation`);
  }
}
