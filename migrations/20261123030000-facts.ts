import type { MigrationInterface, QueryRunner } from "typeorm";

/** Statements of fact that parties confirm or dispute, and the record of the undisputed ones that both sign. */
export class Facts20261123030000 implements MigrationInterface {
  name = "Facts20261123030000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fact_record (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        number text NOT NULL UNIQUE,
        serial int NOT NULL CHECK (serial > 0),
        status text NOT NULL
          CHECK (status IN ('drafted', 'signed_by_borrower', 'signed_by_platform', 'signed', 'voided')),
        facts jsonb NOT NULL,
        content_hash text NOT NULL,
        drafted_by uuid NOT NULL REFERENCES staff,
        drafted_at timestamptz NOT NULL,
        signed_at timestamptz,
        document_sha256 text REFERENCES stored_file,
        page_count int,
        version int NOT NULL DEFAULT 1,
        UNIQUE (case_id, serial),
        CHECK ((status = 'signed') = (signed_at IS NOT NULL)),
        CHECK (document_sha256 IS NULL OR status = 'signed')
      );
      CREATE UNIQUE INDEX fact_record_running ON fact_record (case_id)
        WHERE status IN ('drafted', 'signed_by_borrower', 'signed_by_platform');

      CREATE TABLE fact (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        number int NOT NULL CHECK (number > 0),
        status text NOT NULL CHECK (status IN ('proposed', 'confirmed', 'disputed', 'withdrawn', 'recorded')),
        text text NOT NULL,
        data_key text,
        proposed_by text NOT NULL CHECK (proposed_by IN ('borrower', 'platform', 'mediator')),
        worded_by text NOT NULL CHECK (worded_by IN ('borrower', 'platform', 'mediator')),
        borrower jsonb NOT NULL,
        platform jsonb NOT NULL,
        record_id uuid REFERENCES fact_record,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        UNIQUE (case_id, number),
        CHECK ((status = 'recorded') = (record_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX fact_data_key ON fact (case_id, data_key) WHERE data_key IS NOT NULL AND status <> 'withdrawn';

      CREATE TABLE fact_record_signature (
        id uuid PRIMARY KEY,
        record_id uuid NOT NULL REFERENCES fact_record,
        party text NOT NULL CHECK (party IN ('borrower', 'platform')),
        signer_id uuid NOT NULL,
        signer_name text NOT NULL,
        method text NOT NULL CHECK (method IN ('drawn', 'typed')),
        image bytea,
        content_hash text NOT NULL,
        consent_wording text NOT NULL,
        evidence jsonb NOT NULL,
        signed_at timestamptz NOT NULL,
        UNIQUE (record_id, party),
        CHECK ((method = 'drawn') = (image IS NOT NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE fact_record_signature, fact, fact_record;
    `);
  }
}
